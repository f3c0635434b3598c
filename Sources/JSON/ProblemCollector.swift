/// Gathers the problems of one input while it is validated, and knows where validation stands.
public struct ProblemCollector {
    /// Problems beyond this number are not kept.
    public static let maximumProblems = 100
    /// The most that one problem echoes of its input, in bytes, roughly.
    public static let maximumEchoBytes = 1_024
    /// The most that all problems together echo; later ones echo null.
    public static let maximumTotalEchoBytes = 16_384
    /// The most that a problem's place says of one member's name, in bytes, roughly; longer names are cut with `…`.
    public static let maximumNameBytes = 256
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

    /// Whether further problems are not kept, so that nobody need look for them.
    public var isFull: Bool { problems.count >= Self.maximumProblems }

    /// Whether the value at hand is secret.
    var isRedacting: Bool { secretLevels > 0 }

    /// Records a problem of the value at hand.
    public mutating func add(_ type: String, _ message: String, input: @autoclosure () -> JSONFragment, ctx: [JSONFragment.Member] = []) {
        guard !isFull else { return }
        problems.append(InputProblem(type: type, loc: location.map(Self.bounded), msg: message, input: echo(input), ctx: ctx))
    }

    private mutating func echo(_ input: () -> JSONFragment) -> JSONFragment {
        if isRedacting { return Self.redaction }
        guard echoBytesLeft > 0 else { return .null }
        let (copy, bytes) = input().bounded(bytes: Self.maximumEchoBytes)
        echoBytesLeft -= bytes
        return copy
    }

    /// A name may be as long as the whole input, and every problem below it tells it again.
    private static func bounded(_ step: LocationElement) -> LocationElement {
        guard case .name(let name) = step, name.utf8.count > maximumNameBytes else { return step }
        return .name(String(name.unicodeScalars.prefix(maximumNameBytes / 4)) + "…")
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
