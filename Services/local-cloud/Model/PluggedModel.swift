import HTTPClient
import JSON
import Platform

/// A local model that speaks OpenAI's chat completions, in place of our own.
struct PluggedModel: ModelBackend {
    /// Such as `http://127.0.0.1:11434`; `/v1/chat/completions` is added.
    let url: String
    /// What the server calls the model.
    let name: String
    let client: any HTTPClient

    func reply(to request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> ConverseReply {
        let answer: HTTPClientResponse
        do {
            answer = try await client.send(exchange(request, streams: false))
        } catch {
            throw Self.fault(error)
        }
        guard answer.status == 200 else { throw Self.fault(status: answer.status, answer.body) }
        return try ChatCompletion.reply(answer.body)
    }

    func events(for request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> any ConverseEventSource {
        do {
            let answer = try await client.stream(exchange(request, streams: true))
            guard answer.status == 200 else { throw Self.fault(status: answer.status, try await answer.collect()) }
            return ChatEvents(answer)
        } catch let error as HTTPClientError {
            throw Self.fault(error)
        } catch let fault as ServiceFault {
            throw fault
        } catch {
            throw .unavailable("\(error)")
        }
    }

    private func exchange(_ request: ConverseRequest, streams: Bool) -> HTTPClientRequest {
        let limits = HTTPClientLimits(
            connectTimeout: .seconds(3), firstByteTimeout: .seconds(120), totalTimeout: .seconds(300), maximumResponseBytes: 16 * 1_024 * 1_024)
        let end = url.hasSuffix("/") ? String(url.dropLast()) : url
        return HTTPClientRequest(
            method: "POST", url: "\(end)/v1/chat/completions", headers: [HTTPClientHeader("Content-Type", "application/json")],
            body: JSON.encode(ChatCompletion.body(request, name: name, streams: streams)), limits: limits)
    }

    static func fault(_ error: HTTPClientError) -> ServiceFault { .unavailable("The local model at LOCAL_MODEL_URL does not answer: \(error)") }

    /// What the server refuses is the model's error; what it cannot do now is unavailability.
    static func fault(status: Int, _ body: [UInt8]) -> ServiceFault {
        let told = (try? JSON.parse(body)).flatMap { $0["error"]?["message"]?.stringValue ?? $0["error"]?.stringValue } ?? "no reason given"
        let message = "The local model answered \(status): \(told.prefix(500))"
        return status >= 500 ? .unavailable(message) : .modelError(message, originalStatus: status)
    }
}

/// Converse in the words of OpenAI's chat completions, and back.
enum ChatCompletion {
    static func body(_ request: ConverseRequest, name: String, streams: Bool) -> JSONFragment {
        let system = request.system.map { JSONFragment.object([.init("role", "system"), .init("content", .string($0))]) }
        var members: [JSONFragment.Member] = [.init("model", .string(name)), .init("messages", .array(system + request.messages.flatMap(messages)))]
        if let limit = request.maximumTokens { members.append(.init("max_tokens", .int(limit))) }
        if let temperature = request.temperature { members.append(.init("temperature", .double(temperature))) }
        if let topP = request.topP { members.append(.init("top_p", .double(topP))) }
        if !request.stopSequences.isEmpty { members.append(.init("stop", .array(request.stopSequences.map { .string($0) }))) }
        if !request.tools.isEmpty {
            members.append(.init("tools", .array(request.tools.map(tool))))
            switch request.toolChoice {
            case .automatic: members.append(.init("tool_choice", "auto"))
            case .any: members.append(.init("tool_choice", "required"))
            case .tool(let name): members.append(.init("tool_choice", ["type": "function", "function": ["name": .string(name)]]))
            }
        }
        if streams { members += [.init("stream", true), .init("stream_options", ["include_usage": true])] }
        return .object(members)
    }

    private static func tool(_ tool: ToolSpecification) -> JSONFragment {
        ["type": "function", "function": ["name": .string(tool.name), "description": .string(tool.summary), "parameters": tool.schema]]
    }

    /// A message, and one more for each result of a tool.
    private static func messages(_ message: ConverseMessage) -> [JSONFragment] {
        var results: [JSONFragment] = [], calls: [JSONFragment] = []
        for block in message.content {
            switch block {
            case .toolResult(let id, let content, _):
                let text = content.map { $0.stringValue ?? JSON.string($0) }.joined(separator: "\n")
                results.append(["role": "tool", "tool_call_id": .string(id), "content": .string(text)])
            case .toolUse(let id, let name, let input):
                calls.append(["id": .string(id), "type": "function", "function": ["name": .string(name), "arguments": .string(JSON.string(input))]])
            case .text, .other: break
            }
        }
        guard !message.text.isEmpty || !calls.isEmpty else { return results }
        var members: [JSONFragment.Member] = [.init("role", .string(message.role.rawValue)), .init("content", .string(message.text))]
        if !calls.isEmpty { members.append(.init("tool_calls", .array(calls))) }
        return results + [.object(members)]
    }

    static func reply(_ bytes: [UInt8]) throws(ServiceFault) -> ConverseReply {
        guard let body = try? JSON.parse(bytes), let choice = body["choices"]?[0], let message = choice["message"] else {
            throw .modelError("The local model's answer is no chat completion.")
        }
        var blocks: [ConverseReply.Block] = []
        if let text = message["content"]?.stringValue, !text.isEmpty { blocks.append(.text(text)) }
        for call in message["tool_calls"]?.arrayValue ?? [] {
            guard let name = call["function"]?["name"]?.stringValue, let text = call["function"]?["arguments"]?.stringValue,
                let input = try? JSON.parse(Array(text.utf8))
            else { throw .modelError("The local model called a tool with an input that is no JSON.") }
            blocks.append(.toolUse(id: call["id"]?.stringValue ?? "tooluse_\(blocks.count)", name: name, input: input))
        }
        return ConverseReply(blocks: blocks, stopReason: reason(choice["finish_reason"]?.stringValue), usage: usage(body["usage"]))
    }

    static func reason(_ name: String?) -> ConverseReply.StopReason {
        switch name {
        case "length": .maximumTokens
        case "tool_calls", "function_call": .toolUse
        default: .endTurn
        }
    }

    static func usage(_ usage: JSONFragment?) -> TokenUsage {
        // Within what no model reads or writes, so that sums are numbers whatever the server says.
        let count = { (name: String) in min(max(usage?[name]?.intValue ?? 0, 0), 1_000_000_000) }
        return TokenUsage(input: count("prompt_tokens"), output: count("completion_tokens"))
    }
}
