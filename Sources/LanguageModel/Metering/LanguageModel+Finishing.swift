import Guardrails
import Platform

extension LanguageModel {
    /// Counts, logs and tells of a call that is over.
    func finish(_ call: CallRecord, error: ModelError?) {
        let took = surroundings.clock.uptime() - call.startedAt
        meter.record(call, error: error, took: took)
        log(call, error, took)
        alert(call, error, took)
    }

    /// One line for each call: who, what for, under which prompt, by which model, what the guardrails found, what it took. No text.
    private func log(_ call: CallRecord, _ error: ModelError?, _ took: Duration) {
        surroundings.logger.log(error?.level ?? .info, "model.call") { line in
            line.field("request_id", call.requestID)
            line.field("person", surroundings.hash(call.caller.user))
            line.field("purpose", call.purpose)
            line.field("prompt", call.prompt?.name)
            line.field("prompt_version", call.prompt?.version)
            line.field("prompt_hash", call.promptHash)
            line.field("model", call.model)
            line.field("outcome", error?.kind.rawValue ?? "answered")
            line.field("guardrails", call.findings.isEmpty ? "passed" : call.findings.map { "\($0.family.rawValue):\($0.rule)" }.joined(separator: ","))
            if call.isOpinionMissing { line.field("second_opinion", "unavailable") }
            line.field("cached", call.isCached)
            if call.isStale { line.field("stale", true) }
            if call.waited > .zero { line.field("waited_ms", milliseconds: call.waited) }
            line.field("attempts", call.attempts)
            if call.repairs > 0 { line.field("repairs", call.repairs) }
            line.field("input_tokens", call.usage.input)
            line.field("output_tokens", call.usage.output)
            line.field("cost_micro_usd", call.usage.costMicroUSD)
            line.field("took_ms", milliseconds: took)
            line.field("failure", call.failure)
            if let error { line.field("error", error: error) }
        }
    }

    private func alert(_ call: CallRecord, _ error: ModelError?, _ took: Duration) {
        if took > (call.isForPicture ? policy.alerts.imageLatency : policy.alerts.latency) { raise(.highLatency, call, "\(took.components.seconds) s") }
        let tokens = call.usage.input + call.usage.output, now = surroundings.clock.uptime()
        if tokens > 0, let sum = spike.withLock({ $0.add(tokens, at: now) }) { raise(.tokenUsageSpike, call, "\(sum) tokens in a minute") }
        switch error {
        case .limited(let limit, _) where limit.isOfTokens: raise(.tokenLimitExceeded, call, limit.rawValue)
        case .answerRefused(let finding) where finding.family == .promptLeaked: raise(.securityBreach, call, finding.rule)
        case .refused(let finding) where finding.family != .tooLong && finding.family != .empty: raise(.guardrailViolation, call, finding.rule)
        case .answerRefused(let finding): raise(.guardrailViolation, call, finding.rule)
        default: break
        }
    }

    func raise(_ kind: ModelAlert.Kind, _ call: CallRecord, _ detail: String) {
        let alert = ModelAlert(kind, requestID: call.requestID, purpose: call.purpose, detail: detail)
        // Whether or not anybody is told of it now: some are raised once.
        surroundings.logger.warning("model.alarm") { line in
            line.field("request_id", alert.requestID)
            line.field("alert", alert.kind.rawValue)
            line.field("priority", alert.priority.rawValue)
            line.field("purpose", alert.purpose)
            line.field("detail", alert.detail)
        }
        surroundings.alerts.raise(alert)
    }
}

extension UsageLimit {
    fileprivate var isOfTokens: Bool {
        switch self {
        case .tokensPerRequest, .userTokensPerHour, .tokensPerMinute, .tokensPerHour, .tokensPerDay, .costPerMonth: true
        case .blocked, .userRequestsPerMinute, .requestsPerSecond, .requestsPerMinute, .concurrentCalls: false
        }
    }
}

extension ModelError {
    /// What users bring about is no fault of ours.
    fileprivate var level: LogLevel {
        switch self {
        case .refused, .limited, .cancelled: .info
        case .conversationEnded, .blocked, .answerUnusable, .answerRefused, .timedOut, .modelUnavailable: .warning
        case .ledgerUnavailable: .error
        }
    }
}
