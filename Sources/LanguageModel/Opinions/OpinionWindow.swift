/// Holds back what is streamed until the second judge has seen it: little at first, so that something is shown soon, and then as much as is one text unit
/// of Bedrock's together with what stands before it.
struct OpinionWindow: Sendable {
    static let contextLength = 200
    static let longest = 800

    private var size = 100
    private var context = ""
    private var held = ""

    /// Takes what our own guardrails let pass; gives what the judge is to be asked about now, if anything.
    mutating func add(_ text: String, isLast: Bool) -> String? {
        held += text
        guard !held.isEmpty, isLast || held.count >= size else { return nil }
        return context + held
    }

    /// Gives what the judge has let pass.
    mutating func pass() -> String {
        defer {
            context = String((context + held).suffix(Self.contextLength))
            held = ""
            size = min(2 * size, Self.longest)
        }
        return held
    }
}
