import AWS
import Encoding
import Guardrails
public import JSON

extension ModelPolicy {
    /// The policy as JSON: an object of objects, times in seconds, money in US dollars.
    public var json: JSONFragment {
        .object(sections.map { section in .init(section.name, .object(section.entries.map { .init($0.name, $0.value) })) })
    }

    fileprivate typealias Section = (name: String, entries: [(name: String, value: JSONFragment)])

    /// One list for people and for programs.
    fileprivate var sections: [Section] {
        [
            ("user_limits", userLimits), ("application_limits", applicationLimits(limits)),
            ("limits_of_this_database", [("share_percent", .int(sharePercent))] + applicationLimits(sharedLimits)), ("block", blocking),
            ("retries", retrying),
            (
                "prompt",
                [
                    ("maximum_characters", .int(prompt.maximumCharacters)), ("maximum_earlier_turns", .int(prompt.maximumTurns)),
                    ("maximum_earlier_characters", .int(prompt.maximumEarlierCharacters)),
                ]
            ),
            ("answer", [("maximum_characters", .int(answer.maximumCharacters)), ("repairs", .int(answer.repairs))]),
            ("text_models", text.entries), ("image_models", images.entries),
            ("cache", [("fresh_seconds", cache.freshFor.json), ("stale_seconds", cache.staleFor.json)]), ("deadlines", times), ("alerts", telling),
            ("second_opinion", opinion), ("lists", Guardrails.lists.map { ($0.name, .string($0.version)) }),
        ]
    }

    private var userLimits: [(name: String, value: JSONFragment)] {
        [
            ("requests_per_minute", .int(limits.userRequestsPerMinute)), ("tokens_per_hour", .int(limits.userTokensPerHour)),
            ("tokens_per_request", .int(limits.tokensPerRequest)),
        ]
    }

    private func applicationLimits(_ limits: UsageLimits) -> [(name: String, value: JSONFragment)] {
        [
            ("requests_per_second", .int(limits.requestsPerSecond)), ("requests_per_minute", .int(limits.requestsPerMinute)),
            ("concurrent_calls", .int(limits.concurrentCalls)), ("tokens_per_minute", .int(limits.tokensPerMinute)),
            ("tokens_per_hour", .int(limits.tokensPerHour)), ("tokens_per_day", .int(limits.tokensPerDay)),
            ("daily_alert_percent", .int(limits.dailyAlertPercent)),
            ("usd_per_month", .string(Decimal(Int128(limits.microUSDPerMonth), exponent: -6).normalized.plain)),
            ("monthly_alert_percent", .int(limits.monthlyAlertPercent)),
        ]
    }

    private var blocking: [(name: String, value: JSONFragment)] {
        [
            ("attempts", .int(block.attempts)), ("within_seconds", block.period.json), ("first_seconds", block.first.json), ("factor", .int(block.factor)),
            ("longest_seconds", block.longest.json), ("remembered_seconds", block.memory.json),
        ]
    }

    private var retrying: [(name: String, value: JSONFragment)] {
        [
            ("maximum_attempts", .int(retries.maximumAttempts)), ("initial_delay_seconds", retries.initialDelay.json), ("factor", .int(retries.factor)),
            ("maximum_delay_seconds", retries.maximumDelay.json),
        ]
    }

    private var times: [(name: String, value: JSONFragment)] {
        [
            ("text_seconds", deadlines.text.json), ("first_text_seconds", deadlines.firstText.json), ("stream_seconds", deadlines.stream.json),
            ("image_seconds", deadlines.image.json), ("lease_margin_seconds", deadlines.leaseMargin.json), ("stale_margin_seconds", deadlines.staleMargin.json),
            ("busy_patience_seconds", deadlines.busyPatience.json),
        ]
    }

    private var telling: [(name: String, value: JSONFragment)] {
        [
            ("latency_seconds", alerts.latency.json), ("image_latency_seconds", alerts.imageLatency.json), ("spike_factor", .int(alerts.spikeFactor)),
            ("spike_tokens", .int(alerts.spikeTokens)),
            ("interval_seconds", alerts.interval.json),
        ]
    }

    /// Which guardrail of the account it is says nothing to the public.
    private var opinion: [(name: String, value: JSONFragment)] {
        [("is_on", .bool(secondOpinion != nil))] + (secondOpinion.map { [("patience_seconds", $0.patience.json)] } ?? [])
    }
}

extension ModelPolicy: CustomStringConvertible {
    /// The policy for people: a section, and its settings below it.
    public var description: String {
        sections.map { section in
            let width = section.entries.map(\.name.count).max() ?? 0
            let lines = section.entries.map { "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.value.plain)" }
            return ([section.name] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension ModelPolicy.Models {
    fileprivate var entries: [(name: String, value: JSONFragment)] {
        [("primary", Self.json(primary))] + (backup.map { [("backup", Self.json($0))] } ?? [])
    }

    /// A model with what it costs, and who says so.
    private static func json(_ id: String) -> JSONFragment {
        guard let model = BedrockModels.resolve(id)?.model else { return ["id": .string(id)] }
        var members = [JSONFragment.Member("id", .string(id))]
        if model.id != BedrockModels.model(id)?.id { members.append(.init("used_instead", .string(model.id))) }
        guard let price = model.price else { return .object(members) }
        let prices = [
            ("usd_per_million_tokens_read", price.inputPerMillionTokens), ("usd_per_million_tokens_written", price.outputPerMillionTokens),
            ("usd_per_image", price.perImage),
        ]
        members += prices.compactMap { name, price in price.map { .init(name, .string($0.plain)) } }
        members += [
            .init("price_source", .string(price.source)), .init("price_date", .string("\(price.date)")), .init("price_is_verified", .bool(price.isVerified)),
        ]
        return .object(members)
    }
}

extension JSONFragment {
    /// Texts without quotation marks, members one behind the other.
    fileprivate var plain: String {
        switch self {
        case .string(let text): text
        case .object(let members): members.map { "\($0.name) \($0.value.plain)" }.joined(separator: ", ")
        default: JSON.string(self)
        }
    }
}

extension Duration {
    /// Seconds, whole ones without a fraction.
    fileprivate var json: JSONFragment { components.attoseconds == 0 ? .int(Int(components.seconds)) : .double(self / .seconds(1)) }
}

extension Decimal {
    /// Without an exponent: `100`, not `1E+2`.
    fileprivate var plain: String {
        var value = self
        while value.exponent > 0 { value = Decimal(value.coefficient * 10, exponent: value.exponent - 1) }
        return value.description
    }
}
