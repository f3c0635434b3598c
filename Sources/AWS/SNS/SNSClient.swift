/// Amazon SNS: tells people and queues that subscribe to a topic.
public struct SNSClient: Sendable {
    private let client: AWSClient

    /// A client of SNS.
    public init(_ client: AWSClient) {
        precondition(client.service == .sns, "a client of SNS")
        self.client = client
    }

    /// Publishes a message and returns its id. It may arrive twice, as with SNS itself.
    ///
    /// - Parameters:
    ///   - topic: its ARN.
    ///   - subject: the subject of an e-mail, 100 characters of printable ASCII at most; what is more is cut.
    ///   - message: 256 KiB at most.
    ///   - attributes: texts that subscriptions filter by, 10 at most.
    @discardableResult
    public func publish(to topic: String, subject: String? = nil, message: String, attributes: [String: String] = [:]) async throws(AWSError) -> String {
        var parameters = [(name: "TopicArn", value: topic), (name: "Message", value: message)]
        if let subject = subject.flatMap(Self.subject) { parameters.append((name: "Subject", value: subject)) }
        for (place, (name, value)) in attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            let entry = "MessageAttributes.entry.\(place + 1)"
            parameters += [
                (name: "\(entry).Name", value: name), (name: "\(entry).Value.DataType", value: "String"),
                (name: "\(entry).Value.StringValue", value: value),
            ]
        }
        // An alert twice is better than none.
        let result = try await client.query("Publish", version: "2010-03-31", parameters, isIdempotent: true)
        guard let id = result["MessageId"]?.text else { throw AWSError(.unexpectedAnswer("Publish answered without MessageId")) }
        return id
    }

    /// What SNS takes: printable ASCII that does not begin with a space; nil when nothing is left, as it takes no empty one.
    static func subject(_ text: String) -> String? {
        let printable = text.unicodeScalars.map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" }
        let subject = printable.drop { $0 == " " }.prefix(100)
        return subject.isEmpty ? nil : String(subject)
    }
}
