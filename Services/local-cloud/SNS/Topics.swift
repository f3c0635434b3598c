import Platform

/// Topics with who has subscribed; in memory, for a developer's machine sends nothing.
struct Topics: Sendable {
    struct Topic: Sendable, Equatable {
        let arn: String
        var subscriptions: [Subscription] = []
    }

    struct Subscription: Sendable, Equatable {
        let arn: String
        let scheme: String
        let endpoint: String
    }

    static let maximumTopics = 1_000
    static let maximumSubscriptions = 100
    static let schemes: Set = ["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"]

    private(set) var byARN: [String: Topic] = [:]

    /// The topic of a name, made if there is none: 1 to 256 letters, digits, `-` and `_`.
    mutating func create(_ name: String, region: String) throws(CloudError) -> Topic {
        let isName =
            (1...256).contains(name.utf8.count)
            && name.utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        guard isName else { throw .topicParameter("Topic Name") }
        let arn = "arn:aws:sns:\(region):000000000000:\(name)"
        if let present = byARN[arn] { return present }
        guard byARN.count < Self.maximumTopics else { throw CloudError("TopicLimitExceeded", "This stand-in holds as many topics as it may.", status: 403) }
        byARN[arn] = Topic(arn: arn)
        return Topic(arn: arn)
    }

    func topic(_ arn: String) throws(CloudError) -> Topic {
        guard let topic = byARN[arn] else { throw CloudError("NotFound", "Topic does not exist", status: 404) }
        return topic
    }

    /// The subscription of an endpoint, made if there is none.
    mutating func subscribe(_ endpoint: String, by scheme: String, to arn: String, id: String) throws(CloudError) -> Subscription {
        let topic = try topic(arn)
        guard Self.schemes.contains(scheme) else { throw .topicParameter("Does not support this protocol string: \(scheme)") }
        guard (1...2_048).contains(endpoint.utf8.count) else { throw .topicParameter("Endpoint") }
        if let present = topic.subscriptions.first(where: { $0.scheme == scheme && $0.endpoint == endpoint }) { return present }
        guard topic.subscriptions.count < Self.maximumSubscriptions else {
            throw CloudError("SubscriptionLimitExceeded", "This stand-in holds as many subscriptions of a topic as it may.", status: 403)
        }
        let made = Subscription(arn: "\(arn):\(id)", scheme: scheme, endpoint: endpoint)
        byARN[arn]?.subscriptions.append(made)
        return made
    }

    /// A page of ARNs behind one.
    func list(after arn: String, limit: Int = 100) -> (arns: [String], next: String?) {
        let rest = byARN.keys.filter { $0 > arn }.sorted(), page = Array(rest.prefix(limit))
        return (page, rest.count > page.count ? page.last : nil)
    }
}

extension CloudError {
    static func topicParameter(_ what: String) -> CloudError { CloudError("InvalidParameter", "Invalid parameter: \(what)") }
}
