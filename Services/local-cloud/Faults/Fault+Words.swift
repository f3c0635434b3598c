extension Fault.Kind {
    /// What it is, for people who choose.
    var title: String {
        switch self {
        case .throttle: "Throttled: too many requests"
        case .error: "Fails: 500 or 503"
        case .slow: "Answers late"
        case .reset: "No answer: the connection is reset"
        case .cut: "Half an answer, then the connection breaks"
        }
    }
}

extension Fault {
    /// What goes wrong and how often, in words: `throttled, the first 2 times`.
    var words: String {
        let what =
            switch kind {
            case .throttle: "throttled"
            case .error: "fails with \(status)"
            case .slow: "answers \(FaultDraft(self)[.seconds]) s late"
            case .reset: "no answer"
            case .cut: "half an answer"
            }
        let often =
            switch occurrence {
            case .always: "every time"
            case .first(let count): count == 1 ? "once" : "the first \(count) times"
            case .probability: "\(FaultDraft(self)[.percent]) % of the time"
            }
        return "\(what), \(often)"
    }

    /// Whether it has happened as often as it was to.
    func isOver(happened: Int) -> Bool { if case .first(let count) = occurrence { happened >= count } else { false } }
}
