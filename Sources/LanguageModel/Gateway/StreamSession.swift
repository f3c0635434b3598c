import AWS
import Guardrails
import Platform

/// One streamed answer under way: the model's pieces go into the guardrails' window, and what leaves it is shown. Read by one task.
final class StreamSession: Sendable {
    private struct State {
        var route: CallRoute
        var window: any AnswerJudge
        var call: CallRecord
        var source: EndpointStream?
        /// Until then its first text has to be there.
        var firstTextBy = Duration.zero
        /// What the source has given; the most that it can be is bounded by the tokens that were asked for.
        var received = ""
        var hasUsage = false
        var stopReason: StopReason?
        var isCut = false
        /// What waits for the second judge, where there is one.
        var unjudged: OpinionWindow?
        /// Waits to be given out.
        var ready: String?
        var shown = ""
        var isOver = false
        var failure: ModelStreamError?
    }

    private let gateway: LanguageModel
    private let request: ModelRequest
    private let draft: ModelDraft
    private let format: StreamFormat
    private let key: CacheKey?
    private let state: Lock<State>

    init(_ gateway: LanguageModel, _ request: ModelRequest, _ draft: ModelDraft, _ format: StreamFormat, _ key: CacheKey?, _ call: CallRecord) {
        self.gateway = gateway
        self.request = request
        self.draft = draft
        self.format = format
        self.key = key
        let timeLimit = gateway.timeToAnswer(gateway.policy.deadlines.stream, call), now = gateway.surroundings.clock.uptime()
        let route = CallRoute(models: gateway.textModels.count, gateway.policy.retries, isRepeatable: true, now: now, timeLimit: timeLimit)
        state = Lock(State(route: route, window: Self.window(gateway, request, format), call: call))
    }

    deinit {
        let left = state.withLock { state -> CallRecord? in
            guard !state.isOver else { return nil }
            self.countUnfinished(&state)
            return state.call
        }
        guard let left else { return }
        // Whoever read has gone in the middle.
        Task.detached { [gateway] in
            var left = left
            await gateway.settle(&left)
            gateway.finish(left, error: .cancelled)
        }
    }

    var promptVersion: String { request.prompt.version }
    var call: CallRecord { state.withLock { $0.call } }
    var isCut: Bool { state.withLock { $0.isCut } }

    private static func window(_ gateway: LanguageModel, _ request: ModelRequest, _ format: StreamFormat) -> any AnswerJudge {
        format.window(gateway.surroundings.guardrails, gateway.expected(request, isJSON: format.tool != nil))
    }
}

extension StreamSession {
    /// Waits for the first text and holds it ready.
    func prepare() async throws(ModelStreamError) {
        let first = try await next()
        state.withLock { $0.ready = first }
    }

    /// The next text; nil at the end.
    func next() async throws(ModelStreamError) -> String? {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        if let ready = state.withLock({ $0.ready.take() }) { return ready }
        if state.withLock({ $0.isOver }) { return nil }
        do throws(ModelError) {
            return try await advance()
        } catch {
            return try await fail(error)
        }
    }

    private func advance() async throws(ModelError) -> String? {
        while true {
            guard let source = state.withLock({ $0.source }) else {
                try await open()
                continue
            }
            let piece: EndpointStream.Piece?
            do throws(EndpointError) { piece = try await next(of: source) } catch {
                try await goOn(after: error)
                continue
            }
            switch piece {
            case .text(let text): if let passed = try await receive(text) { return passed }
            case .stopped(let reason): state.withLock { $0.stopReason = reason }
            case .usage(let usage): count(usage)
            case nil: return try await complete()
            }
        }
    }

    /// Who keeps its first text back too long is as good as away.
    private func next(of source: EndpointStream) async throws(EndpointError) -> EndpointStream.Piece? {
        let (hasBegun, firstTextBy) = state.withLock { (!$0.received.isEmpty, $0.firstTextBy) }
        return hasBegun ? try await source.next() : try await source.next(within: max(.zero, firstTextBy - gateway.surroundings.clock.uptime()))
    }

    /// Asks the model whose turn it is.
    private func open() async throws(ModelError) {
        let now = gateway.surroundings.clock.uptime()
        let (model, firstByte, timeLeft) = state.withLock { state in
            let model = gateway.textModels[state.route.place], firstByte = min(gateway.policy.deadlines.firstText, state.route.timeLimit(at: now))
            (state.call.model, state.firstTextBy) = (model.id, now + firstByte)
            state.call.attempts += 1
            return (model, firstByte, state.route.timeLeft(at: now))
        }
        do throws(EndpointError) {
            let source = try await gateway.surroundings.endpoint.stream(draft.request(to: model), firstByte: firstByte, timeLimit: timeLeft)
            state.withLock { state in
                (state.source, state.received, state.hasUsage, state.stopReason) = (source, "", false, nil)
                state.window = Self.window(gateway, request, format)
                state.unjudged = gateway.surroundings.secondOpinion == nil ? nil : OpinionWindow()
            }
        } catch {
            try await recover(after: error, took: error.mayHaveCost ? draft.worst(model) : .none)
        }
    }

    /// A stream that broke: once something was shown, another answer cannot take its place.
    private func goOn(after error: EndpointError) async throws(ModelError) {
        let hasShown = state.withLock { state in
            countUnfinished(&state)
            state.source = nil
            return !state.shown.isEmpty
        }
        guard !hasShown else {
            gateway.note(error, call)
            throw gateway.outcome(of: error)
        }
        // What it took is counted already.
        try await recover(after: error, took: .none)
    }

    private func recover(after error: EndpointError, took: UsedTokens) async throws(ModelError) {
        var (route, call) = state.withLock { ($0.route, $0.call) }
        defer { state.withLock { [route, call] in ($0.route, $0.call) = (route, call) } }
        try await gateway.recover(&route, after: error, took: took, &call)
    }
}

extension StreamSession {
    private func receive(_ text: String) async throws(ModelError) -> String? {
        let verdict = state.withLock { state in
            state.received += text
            return state.window.receive(text)
        }
        return try await show(verdict, isLast: false)
    }

    /// Shows what both judges let pass; nil when that is nothing yet.
    private func show(_ verdict: OutputVerdict, isLast: Bool) async throws(ModelError) -> String? {
        let question = state.withLock { state in
            state.call.add(verdict.findings)
            state.isCut = state.isCut || verdict.isCut
            return state.unjudged?.add(verdict.text, isLast: isLast)
        }
        if let refusal = verdict.refusal { throw .answerRefused(refusal) }
        if let question { try await askSecond(question) }
        return state.withLock { state in
            let text = state.unjudged == nil ? verdict.text : question == nil ? "" : state.unjudged?.pass() ?? ""
            state.shown += text
            state.call.responseCharacters += text.count
            return text.isEmpty ? nil : text
        }
    }

    private func askSecond(_ text: String) async throws(ModelError) {
        var call = call
        defer { state.withLock { [call] in $0.call = call } }
        try await gateway.askSecond(text, of: .output, &call)
    }

    private func count(_ usage: TokenUsage) {
        state.withLock { state in
            state.hasUsage = true
            state.call.take(gateway.textModels[state.route.place].used(usage))
        }
    }

    /// Counts what a stream took that has not told it: all that it read, and what it wrote so far.
    private func countUnfinished(_ state: inout State) {
        guard state.source != nil, !state.hasUsage else { return }
        state.hasUsage = true
        state.call.take(gateway.textModels[state.route.place].used(input: draft.inputTokens, output: TokenEstimate.tokens(in: state.received)))
    }

    /// The answer is whole: the window gives its rest.
    private func complete() async throws(ModelError) -> String? {
        let verdict = state.withLock { state in
            countUnfinished(&state)
            if let finding = state.stopReason?.finding { state.call.add([finding]) }
            return state.window.finish()
        }
        if let finding = state.withLock({ $0.stopReason?.finding }) { throw .answerRefused(finding) }
        let rest = try await show(verdict, isLast: true)
        let (text, isCut, call) = state.withLock { state in
            gateway.budget.withLock { state.route.succeeded(&$0) }
            state.isCut = state.isCut || state.stopReason == .maximumTokens
            return (state.shown, state.isCut, state.call)
        }
        guard !text.allSatisfy(\.isWhitespace) else { throw .answerUnusable(problems: ["It is empty."]) }
        if !isCut { await gateway.keep(text, by: call.model ?? "", key, request, call) }
        await end(call, nil)
        return rest
    }

    /// Ends with an error; or, while nothing was shown, with an older answer where no model answers.
    private func fail(_ error: ModelError) async throws(ModelStreamError) -> String? {
        var call = state.withLock { state in
            countUnfinished(&state)
            return state.call
        }
        let shown = state.withLock { $0.shown }
        if shown.isEmpty, error.isOutage, let stale = await gateway.kept(key?.stale, request, .text { _ in [] }, &call) {
            (call.isStale, call.responseCharacters, call.model) = (true, stale.used.text.count, stale.model)
            await end(call, nil)
            return stale.used.text
        }
        await end(call, error)
        let failure = ModelStreamError(error: error, shown: shown)
        state.withLock { $0.failure = failure }
        throw failure
    }

    private func end(_ call: CallRecord, _ error: ModelError?) async {
        var call = call
        state.withLock { ($0.call, $0.source, $0.isOver) = (call, nil, true) }
        await gateway.settle(&call)
        gateway.finish(call, error: error)
    }
}
