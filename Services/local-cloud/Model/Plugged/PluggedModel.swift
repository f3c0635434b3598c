import HTTPClient
import HTTPCore
import JSON
import Platform

/// A local model that speaks OpenAI's chat completions, in place of our own.
struct PluggedModel: ModelBackend {
    /// Where it is and how it is asked.
    struct Place: Sendable, Equatable {
        /// Such as `http://127.0.0.1:11434`, with or without `/v1`; `/v1/chat/completions` is added.
        var url: String
        /// What the server calls the model.
        var name: String
        /// What the server wants to see, if anything.
        var key: Secret<String>?
        /// How long a whole answer may take.
        var timeLimit: Duration
    }

    let place: Place
    let client: any HTTPClient

    private static let maximumAnswerBytes = 16 * 1_024 * 1_024

    func reply(to request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> ConverseReply {
        let exchange = try exchange(request, streams: false), answer: HTTPClientResponse
        do {
            answer = try await client.send(exchange)
        } catch {
            throw .plugged(error)
        }
        guard answer.status == 200 else { throw .plugged(status: answer.status, answer.body) }
        return try ChatCompletion.reply(answer.body, inputTokens: request.inputTokens)
    }

    func events(for request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> any ConverseEventSource {
        let exchange = try exchange(request, streams: true), answer: HTTPClientStream
        do {
            answer = try await client.stream(exchange)
        } catch {
            throw .plugged(error)
        }
        let type = answer.header("Content-Type")?.prefix { $0 != ";" }.lowercased()
        if answer.status == 200, type == nil || type == "text/event-stream" { return ChatEvents(answer, inputTokens: request.inputTokens) }
        let body: [UInt8]
        do { body = try await answer.collect() } catch { throw .plugged(error) }
        guard answer.status == 200 else { throw .plugged(status: answer.status, body) }
        // A server that cannot stream answers whole.
        return ListedEvents(try ChatCompletion.reply(body, inputTokens: request.inputTokens).events(latencyMilliseconds: 0))
    }

    private func exchange(_ request: ConverseRequest, streams: Bool) throws(ServiceFault) -> HTTPClientRequest {
        let limits = HTTPClientLimits(
            connectTimeout: .seconds(3), firstByteTimeout: place.timeLimit, totalTimeout: place.timeLimit, maximumResponseBytes: Self.maximumAnswerBytes)
        var headers = [HTTPClientHeader("Content-Type", "application/json")]
        if let key = place.key { headers.append(HTTPClientHeader("Authorization", "Bearer \(key.reveal())")) }
        return HTTPClientRequest(
            method: "POST", url: address, headers: headers, body: JSON.encode(try ChatCompletion.body(request, name: place.name, streams: streams)),
            limits: limits)
    }

    private var address: String {
        var base = place.url[...]
        while base.hasSuffix("/") { base.removeLast() }
        return base.hasSuffix("/v1") ? "\(base)/chat/completions" : "\(base)/v1/chat/completions"
    }
}

extension ServiceFault {
    /// A plugged model that could not be asked, or did not answer in time.
    static func plugged(_ error: HTTPClientError) -> ServiceFault {
        switch error {
        case .timedOut(.firstByte), .timedOut(.total):
            ServiceFault(
                type: "ModelTimeoutException", status: 408, message: "The local model did not answer in time; LOCAL_MODEL_TIMEOUT says how long it may take.")
        case .responseTooLarge(let limitBytes): .modelError("The local model answered more than \(limitBytes) bytes.")
        case .interrupted(let detail): .modelError("The local model broke its answer off: \(detail)")
        default: .unavailable("The local model does not answer; is it running, and is LOCAL_MODEL_URL right? (\(error))")
        }
    }

    /// What the server refuses is the model's error; what it cannot do now is unavailability.
    static func plugged(status: Int, _ body: [UInt8]) -> ServiceFault {
        let told = (try? JSON.parse(body)).flatMap(pluggedReason) ?? "no reason given"
        let message = "The local model answered \(status): \(told.prefix(500))"
        return switch status {
        case 429: .throttled(message)
        case 500...: .unavailable(message)
        default: .modelError(message, originalStatus: status)
        }
    }

    /// The sentence in an error of OpenAI's form: `{"error": {"message": …}}`, or a plain text in its place.
    static func pluggedReason(_ body: JSONFragment) -> String? {
        guard let error = body["error"], error != .null else { return nil }
        return error["message"]?.stringValue ?? error.stringValue ?? JSON.string(error)
    }

    /// An answer that had begun and cannot go on.
    static func modelStream(_ message: String) -> ServiceFault { ServiceFault(type: "ModelStreamErrorException", status: 424, message: message) }
}
