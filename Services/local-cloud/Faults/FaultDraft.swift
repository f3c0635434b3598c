import JSON

/// A fault as the control page's form has it: texts, of which those that cannot be read are shown again, each with what is wrong with it.
struct FaultDraft: Sendable, Equatable {
    /// The fields of the form, in the order of the page.
    enum Field: String, CaseIterable, Sendable {
        case kind, status, seconds, occurrence, count, percent
    }

    /// How often it goes wrong, as the form names it.
    enum Often: String, CaseIterable { case always, first, chance }

    /// What cannot be read, by field; a sentence each.
    struct Problems: Error, Equatable {
        var sentences: [Field: String]
    }

    /// The kind of none.
    static let nothing = "nothing"

    private var texts: [Field: String]

    subscript(field: Field) -> String { texts[field] ?? "" }

    /// What is set, and for all else what is usual.
    init(_ fault: Fault?) {
        texts = [.kind: fault?.kind.rawValue ?? Self.nothing, .occurrence: Often.always.rawValue, .count: "2", .percent: "50", .seconds: "3", .status: "500"]
        switch fault?.occurrence {
        case .first(let count): (texts[.occurrence], texts[.count]) = (Often.first.rawValue, "\(count)")
        case .probability(let chance): (texts[.occurrence], texts[.percent]) = (Often.chance.rawValue, Self.short(chance * 100))
        case .always, nil: break
        }
        guard let fault else { return }
        texts[.seconds] = Self.short(fault.delay / .seconds(1))
        texts[.status] = "\(fault.status)"
    }

    /// What was sent; a field that is missing or empty is empty.
    init(_ form: FaultForm) {
        texts = [:]
        for (field, text) in zip(Field.allCases, [form.kind, form.status, form.seconds, form.occurrence, form.count, form.percent]) { texts[field] = text }
    }

    /// The fault, nil for none. Fields that its kind does not need are not looked at.
    func fault() throws(Problems) -> Fault? {
        guard self[.kind] != Self.nothing else { return nil }
        guard let kind = Fault.Kind(rawValue: self[.kind]) else { throw Problems(sentences: [.kind: "Choose what goes wrong."]) }
        var fault = Fault(kind), problems: [Field: String] = [:]
        switch Often(rawValue: self[.occurrence]) {
        case .always: break
        case .first: fault.occurrence = .first(number(.count, 1...Double(Fault.maximumCount), isWhole: true, &problems).map { Int($0) } ?? 1)
        case .chance: fault.occurrence = .probability((number(.percent, 0...100, &problems) ?? 0) / 100)
        case nil: problems[.occurrence] = "Choose how often."
        }
        if kind == .slow, let seconds = number(.seconds, 0...Fault.maximumDelaySeconds, &problems) {
            fault.delay = .milliseconds(Int64(seconds * 1_000))
        }
        if kind == .error {
            fault.status = Int(self[.status]) ?? 0
            if fault.status != 500, fault.status != 503 { problems[.status] = "Choose 500 or 503." }
        }
        guard problems.isEmpty else { throw Problems(sentences: problems) }
        return fault
    }

    private func number(_ field: Field, _ range: ClosedRange<Double>, isWhole: Bool = false, _ problems: inout [Field: String]) -> Double? {
        if let number = Double(self[field].trimmed), range.contains(number), !isWhole || number == number.rounded() { return number }
        problems[field] = "Enter a \(isWhole ? "whole number" : "number") from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))."
        return nil
    }

    /// With two digits behind the point at most, and none for a whole number.
    private static func short(_ number: Double) -> String {
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}

/// What the control page's form sends: a service, and either a fault or that it is cleared.
struct FaultForm: JSONObject {
    var service: String, kind: String?, occurrence: String?, count: String?, percent: String?, seconds: String?, status: String?, clear: String?

    static let json = Object(
        "FaultForm",
        { Self(service: $0, kind: $1, occurrence: $2, count: $3, percent: $4, seconds: $5, status: $6, clear: $7) },
        Field("service", \.service, example: "s3"), Field("kind", \.kind, example: "slow"), Field("occurrence", \.occurrence, example: "first"),
        Field("count", \.count, example: "2"), Field("percent", \.percent), Field("seconds", \.seconds, example: "3"), Field("status", \.status),
        Field("clear", \.clear))
}
