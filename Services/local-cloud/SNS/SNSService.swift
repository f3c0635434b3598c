import AWS
import Encoding
import HTTPCore
import Platform

/// Amazon SNS: forms in, XML out. What is published lies in the mailbox. Source: Amazon SNS API reference.
final class SNSService: CloudService {
    let kind = CloudServiceKind.sns
    private let mailbox: Mailbox
    private let clock: any WallClock
    private let topics = Lock(Topics())

    static let maximumMessageBytes = 262_144

    init(mailbox: Mailbox, clock: any WallClock = SystemClock()) {
        self.mailbox = mailbox
        self.clock = clock
    }

    func respond(to call: CloudCall) async throws -> Response {
        let form: QueryString
        do { form = try QueryString(parsing: call.body.span) } catch { throw CloudError("MalformedInput", "The body is no form.") }
        let action = form.last("Action") ?? ""
        let result = try perform(action, form, region: call.verified.scope.region)
        let metadata = XMLText.element("ResponseMetadata", [XMLText.element("RequestId", call.requestID)])
        let document = XMLText.element(
            "\(action)Response", namespace: "http://sns.amazonaws.com/doc/2010-03-31/", [XMLText.element("\(action)Result", result), metadata])
        var fields = RequestFields.amazon(call.requestID)
        fields.append(.contentType, "text/xml")
        return Response(fields: fields, body: .bytes(Array(document.utf8)))
    }

    private func perform(_ action: String, _ form: QueryString, region: String) throws(CloudError) -> [String] {
        switch action {
        case "CreateTopic": return [XMLText.element("TopicArn", try create(form, region))]
        case "ListTopics": return list(form)
        case "Subscribe": return [XMLText.element("SubscriptionArn", try subscribe(form))]
        case "Publish": return [XMLText.element("MessageId", try publish(form))]
        default: throw CloudError("InvalidAction", "This stand-in has CreateTopic, ListTopics, Subscribe and Publish.")
        }
    }

    private func create(_ form: QueryString, _ region: String) throws(CloudError) -> String {
        let name = form.last("Name") ?? ""
        return try topics.withLock { (topics) throws(CloudError) in try topics.create(name, region: region) }.arn
    }

    private func list(_ form: QueryString) -> [String] {
        let after = form.last("NextToken") ?? ""
        let (arns, next) = topics.withLock { $0.list(after: after) }
        let members = arns.map { XMLText.element("member", [XMLText.element("TopicArn", $0)]) }
        return [XMLText.element("Topics", members), next.map { XMLText.element("NextToken", $0) } ?? ""]
    }

    private func subscribe(_ form: QueryString) throws(CloudError) -> String {
        let arn = form.last("TopicArn") ?? "", scheme = form.last("Protocol") ?? "", endpoint = form.last("Endpoint") ?? "", id = UUIDText.random()
        return try topics.withLock { (topics) throws(CloudError) in try topics.subscribe(endpoint, by: scheme, to: arn, id: id) }.arn
    }

    private func publish(_ form: QueryString) throws(CloudError) -> String {
        let arn = form.last("TopicArn") ?? form.last("TargetArn") ?? "", message = form.last("Message") ?? "", subject = form.last("Subject")
        let topic = try topics.withLock { (topics) throws(CloudError) in try topics.topic(arn) }
        guard !message.isEmpty else { throw .topicParameter("Empty message") }
        guard message.utf8.count <= Self.maximumMessageBytes else { throw .topicParameter("Message too long") }
        if let subject, !Self.isSubject(subject) { throw .topicParameter("Subject") }
        let mails = topic.subscriptions.filter { $0.scheme.hasPrefix("email") }.map(\.endpoint)
        mailbox.deliver(Mailbox.Notification(topic: arn, to: mails, subject: subject, body: message, sentAt: clock.now()))
        return UUIDText.random()
    }

    /// At most 100 characters of one line. Source: Amazon SNS API, Publish, "Subject".
    private static func isSubject(_ text: String) -> Bool {
        (1...100).contains(text.unicodeScalars.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
