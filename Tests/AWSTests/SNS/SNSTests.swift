import HTTPClient
import Testing

@testable import AWS

@Suite struct SNSTests {
    private static let published = HTTPClientResponse(
        status: 200,
        body: Array(
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"
                .utf8))

    @Test func `a message is a form, and its id comes back`() async throws {
        let world = CallWorld { _, _ in Self.published }
        let id = try await SNSClient(world.client(.sns)).publish(
            to: "arn:aws:sns:us-east-1:1:alerts", subject: "Budget\n90 %", message: "俳句 & more", attributes: ["severity": "high"])
        #expect(id == "m-1")
        #expect(
            String(decoding: world.http.requests[0].body, as: UTF8.self)
                == "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A1%3Aalerts&Message=%E4%BF%B3%E5%8F%A5+%26+more"
                + "&Subject=Budget%3F90+%25&MessageAttributes.entry.1.Name=severity&MessageAttributes.entry.1.Value.DataType=String"
                + "&MessageAttributes.entry.1.Value.StringValue=high")
    }

    @Test(
        arguments: [
            ("  late", "late"), ("俳句", "??"), (String(repeating: "x", count: 101), String(repeating: "x", count: 100)), ("  ", nil), ("", nil),
        ] as [(String, String?)])
    func `a subject becomes what SNS takes, or is left out`(text: String, subject: String?) async throws {
        #expect(SNSClient.subject(text) == subject)
        let world = CallWorld { _, _ in Self.published }
        _ = try await SNSClient(world.client(.sns)).publish(to: "arn", subject: text, message: "m")
        #expect(String(decoding: world.http.requests[0].body, as: UTF8.self).contains("&Subject=") == (subject != nil))
    }

    @Test func `an error in XML has its code`() async {
        let world = CallWorld { _, _ in
            HTTPClientResponse(
                status: 404,
                body: Array("<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>no topic</Message></Error></ErrorResponse>".utf8))
        }
        let error = await #expect(throws: AWSError.self) { try await SNSClient(world.client(.sns)).publish(to: "arn", message: "m") }
        #expect(error?.code == "NotFound")
    }
}
