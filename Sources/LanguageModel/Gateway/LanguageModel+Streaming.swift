import AWS
import Guardrails
public import JSON
import Platform

extension LanguageModel {
    /// Asks for words that are shown while they are written. Returns with the first of them: until then every failure is an error here, after retries and the
    /// backup model, as with `text`; later ones come with the stream and carry what was shown.
    public func stream(_ request: ModelRequest) async throws(ModelError) -> ModelStream { try await stream(request, .text) }

    /// Asks for a list of values, each of which is given as soon as it is whole and has passed the guardrails. What does not fit the type is left out: whoever
    /// asks counts. Returns with the first of them, as `stream` does.
    ///
    /// - Parameters:
    ///   - name: what the list is called for the model, such as `words`.
    ///   - count: how many values are wanted.
    public func list<Element: JSONObject>(
        _ request: ModelRequest, of type: Element.Type = Element.self, named name: String, count: Int
    ) async throws(ModelError) -> ModelList<Element> {
        precondition(request.caching == .never, "lists are not kept")
        return ModelList(try await stream(request, .list(of: type, named: name, count: count)))
    }

    private func stream(_ request: ModelRequest, _ format: StreamFormat) async throws(ModelError) -> ModelStream {
        var call = record(request)
        let session: StreamSession
        do throws(ModelError) {
            switch try await begin(request, format, &call) {
            case .kept(let kept):
                (call.isCached, call.responseCharacters, call.model) = (true, kept.used.text.count, kept.model)
                finish(call, error: nil)
                return ModelStream(kept, promptVersion: request.prompt.version)
            case .live(let live): session = live
            }
        } catch {
            finish(call, error: error)
            throw error
        }
        do throws(ModelStreamError) { try await session.prepare() } catch { throw error.error }
        return ModelStream(session)
    }

    private enum Beginning {
        case kept(KeptAnswer<String>)
        case live(StreamSession)
    }

    /// All that comes before a model is asked.
    private func begin(_ request: ModelRequest, _ format: StreamFormat, _ call: inout CallRecord) async throws(ModelError) -> Beginning {
        let judged = try await judge(request.content, earlier: request.earlier, of: request.caller, &call)
        let key = CacheKey(request, judged, model: textModels[0].id, format: format.name)
        let draft = ModelDraft(request, judged, tool: format.tool, tokensPerRequest: policy.limits.tokensPerRequest)
        try await reserve(need(draft, policy.deadlines.stream), &call)
        if let kept = await kept(key?.fresh, request, .text { _ in [] }, &call) {
            await settle(&call)
            return .kept(kept)
        }
        do throws(ModelError) {
            try await askSecond(request.content.quotedText, of: .input, &call)
        } catch {
            await settle(&call)
            throw error
        }
        return .live(StreamSession(self, request, draft, format, key, call))
    }
}
