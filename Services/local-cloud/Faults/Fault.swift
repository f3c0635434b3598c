/// Something that goes wrong on demand, so that people can see what the apps make of it.
///
/// Written as `throttle`, `error;status=503`, `slow;seconds=5`, `reset;count=2` or `cut;probability=0.3`.
struct Fault: Sendable, Equatable {
    /// What goes wrong.
    enum Kind: String, Sendable, CaseIterable {
        /// The service's own throttling error.
        case throttle
        /// 500 or 503 in the service's own shape.
        case error
        /// The answer comes late.
        case slow
        /// The connection is aborted without an answer.
        case reset
        /// The answer breaks off in the middle.
        case cut
    }

    /// How often it goes wrong.
    enum Occurrence: Sendable, Equatable {
        case always
        /// The first so many times.
        case first(Int)
        /// By chance, 0 to 1.
        case probability(Double)
    }

    var kind: Kind
    var occurrence = Occurrence.always
    /// For `slow`.
    var delay = Duration.seconds(3)
    /// For `error`: 500 or 503.
    var status = 500

    /// The longest delay.
    static let maximumDelaySeconds = 60.0
    static let maximumCount = 1_000

    /// What a text must look like, for whoever wrote another one.
    static let syntax =
        "one of throttle, error, slow, reset, cut, then what is needed of ;count=1…1000, ;probability=0…1, ;seconds=0…60 (slow), ;status=500 or 503 (error)"

    init(_ kind: Kind) { self.kind = kind }

    /// Reads a text; nil for anything that is not exactly such a one.
    init?(_ text: String) {
        var parts = text.split(separator: ";", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard let kind = Kind(rawValue: parts.removeFirst()) else { return nil }
        self.init(kind)
        var seen: Set<String> = []
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, seen.insert(pair[0]).inserted, set(pair[0], pair[1]) else { return nil }
        }
        if seen.isSuperset(of: ["count", "probability"]) { return nil }
    }

    private mutating func set(_ name: String, _ value: String) -> Bool {
        switch (name, kind) {
        case ("count", _):
            guard let count = Int(value), (1...Self.maximumCount).contains(count) else { return false }
            occurrence = .first(count)
        case ("probability", _):
            guard let probability = Double(value), (0...1).contains(probability) else { return false }
            occurrence = .probability(probability)
        case ("seconds", .slow):
            guard let seconds = Double(value), (0...Self.maximumDelaySeconds).contains(seconds) else { return false }
            delay = .milliseconds(Int64(seconds * 1_000))
        case ("status", .error):
            guard let status = Int(value), status == 500 || status == 503 else { return false }
            self.status = status
        default: return false
        }
        return true
    }
}

extension Fault: CustomStringConvertible {
    /// The text it is read from.
    var description: String {
        var text = kind.rawValue
        switch occurrence {
        case .always: break
        case .first(let count): text += ";count=\(count)"
        case .probability(let probability): text += ";probability=\(probability)"
        }
        if kind == .slow { text += ";seconds=\(delay / .seconds(1))" }
        if kind == .error { text += ";status=\(status)" }
        return text
    }
}
