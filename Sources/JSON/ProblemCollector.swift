/// Gathers the problems of one input while it is validated, and knows where validation stands.
public struct ProblemCollector {
    /// Problems beyond this number are not kept.
    public static let maximumProblems = 100
    /// The most that one problem echoes of its input, in bytes, roughly.
    public static let maximumEchoBytes = 1_024
    /// The most that all problems together echo; later ones carry no input.
    public static let maximumTotalEchoBytes = 16_384
    /// What stands in place of a secret.
    public static let redaction = JSONFragment.string("«redacted»")

    /// The problems so far.
    public private(set) var problems: [InputProblem] = []
    private var location: [LocationElement]
    private var secretLevels = 0
    private var echoBytesLeft = maximumTotalEchoBytes

    /// A collector for a value that lies at this place.
    public init(location: [LocationElement]) {
        self.location = location
    }

    /// Whether nothing was wrong so far.
    public var isEmpty: Bool { problems.isEmpty }

    /// Whether the value at hand is secret.
    var isRedacting: Bool { secretLevels > 0 }

    /// Records a problem of the value at hand.
    public mutating func add(_ type: String, _ message: String, input: JSONFragment?, ctx: [JSONFragment.Member] = []) {
        guard problems.count < Self.maximumProblems else { return }
        problems.append(InputProblem(type: type, loc: location, msg: message, input: input.flatMap { echo($0) }, ctx: ctx))
    }

    private mutating func echo(_ input: JSONFragment) -> JSONFragment? {
        if isRedacting { return Self.redaction }
        guard echoBytesLeft > 0 else { return nil }
        let (copy, bytes) = input.bounded(bytes: Self.maximumEchoBytes)
        echoBytesLeft -= bytes
        return copy
    }

    /// Goes one step down for the time of the closure.
    public mutating func at<Result>(_ step: LocationElement, _ body: (inout ProblemCollector) -> Result) -> Result {
        location.append(step)
        defer { location.removeLast() }
        return body(&self)
    }

    /// Echoes nothing for the time of the closure.
    mutating func redacting<Result>(_ isSecret: Bool, _ body: (inout ProblemCollector) -> Result) -> Result {
        if isSecret { secretLevels += 1 }
        defer { if isSecret { secretLevels -= 1 } }
        return body(&self)
    }
}
