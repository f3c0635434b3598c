import Encoding
import JSON

extension ConverseEvent {
    /// What a message of the event stream says; nil for what is not known here and to be passed over.
    ///
    /// - Throws: the service's own error when the message is one.
    static func read(_ message: EventStreamMessage) throws(ConverseStreamError.Cause) -> ConverseEvent? {
        switch message.messageType {
        case "event": return try event(message.eventType ?? "", message.payload)
        case "exception": throw .service(AWSServiceError(exception: message.exceptionType ?? "", message.payload))
        case "error":
            throw .service(AWSServiceError(code: message.text(":error-code") ?? "", message: message.text(":error-message") ?? "", status: 400))
        default: return nil
        }
    }

    private static func event(_ type: String, _ payload: [UInt8]) throws(ConverseStreamError.Cause) -> ConverseEvent? {
        guard let read = readers[type] else { return nil }
        guard let content = try? JSON.parse(payload) else { throw .unexpectedEvent("\(type) is not JSON") }
        switch read(content) {
        case .event(let event): return event
        case .unknown: return nil
        case .broken: throw .unexpectedEvent("\(type) lacks what it must have")
        }
    }

    private enum Reading {
        case event(ConverseEvent)
        /// Of a kind that is not known here.
        case unknown
        case broken

        init(_ event: ConverseEvent?) { self = event.map { .event($0) } ?? .broken }
    }

    private static let readers: [String: @Sendable (JSONFragment) -> Reading] = [
        "messageStart": { Reading($0["role"]?.stringValue.flatMap(ConverseMessage.Role.init(rawValue:)).map { .messageStart($0) }) },
        "contentBlockStart": readStart,
        "contentBlockDelta": readDelta,
        "contentBlockStop": { Reading($0["contentBlockIndex"]?.intValue.map { .blockStop(block: $0) }) },
        "messageStop": { content in
            let fields = content["additionalModelResponseFields"]
            return Reading(content["stopReason"]?.stringValue.map { .messageStop(StopReason(rawValue: $0), additionalFields: fields) })
        },
        "metadata": { content in
            guard let usage = TokenUsage(content["usage"]), let milliseconds = content["metrics"]?["latencyMs"]?.intValue else { return .broken }
            return .event(.metadata(usage, latency: .milliseconds(milliseconds)))
        },
    ]

    @Sendable private static func readStart(_ content: JSONFragment) -> Reading {
        guard let block = content["contentBlockIndex"]?.intValue, let start = content["start"] else { return .broken }
        // A tool of the service's own has a type: its use is not the caller's.
        guard let use = start["toolUse"], use["type"] == nil else { return .unknown }
        guard let id = use["toolUseId"]?.stringValue, let name = use["name"]?.stringValue else { return .broken }
        return .event(.toolUse(block: block, id: id, name: name))
    }

    @Sendable private static func readDelta(_ content: JSONFragment) -> Reading {
        guard let block = content["contentBlockIndex"]?.intValue, let delta = content["delta"] else { return .broken }
        if let text = delta["text"] { return Reading(text.stringValue.map { .text(block: block, $0) }) }
        if let use = delta["toolUse"] { return Reading(use["input"]?.stringValue.map { .toolInput(block: block, $0) }) }
        guard let reasoning = delta["reasoningContent"] else { return .unknown }
        if let text = reasoning["text"]?.stringValue { return .event(.reasoning(block: block, .text(text))) }
        if let signature = reasoning["signature"]?.stringValue { return .event(.reasoning(block: block, .signature(signature))) }
        guard let redacted = reasoning["redactedContent"]?.stringValue else { return .unknown }
        return Reading(Base64.decode(redacted).map { .reasoning(block: block, .redacted($0)) })
    }
}

extension AWSServiceError {
    /// An error within a stream whose head said 200: the status is the one that the service gives it elsewhere, and botocore's 400 for unknown ones.
    fileprivate init(exception type: String, _ payload: [UInt8]) {
        let content = try? JSON.parse(payload)
        var message = (content?["message"] ?? content?["Message"])?.stringValue ?? ""
        // What the model itself said, which is the cause.
        if let original = content?["originalMessage"]?.stringValue { message += " (the model: \(original))" }
        let statuses = [
            "internalServerException": 500, "modelStreamErrorException": 424, "validationException": 400, "throttlingException": 429,
            "serviceUnavailableException": 503, "modelTimeoutException": 408,
        ]
        // Elsewhere the same errors begin with a capital.
        self.init(code: type.prefix(1).uppercased() + type.dropFirst(), message: message, status: statuses[type] ?? 400)
    }
}
