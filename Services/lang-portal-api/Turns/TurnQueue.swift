/// Who of each learner's writes is at work and who waits: a value, told what happens, without clock and I/O.
struct TurnQueue {
    /// Writes of one learner that may wait.
    static let waitingLimit = 256

    /// What becomes of a write that arrives.
    enum Admission: Equatable { case atOnce, waits, keyInUse, lineIsFull }

    private struct Line {
        var waiting: [UInt64] = []
        /// Idempotency keys of those who work or wait.
        var keys: Set<String> = []
    }

    /// A line for each learner who has a write at work.
    private var lines: [Learner: Line] = [:]

    /// A write arrives; a key that is in the line already need not wait to learn that.
    mutating func arrive(_ id: UInt64, for learner: Learner, key: String?) -> Admission {
        if let key, lines[learner]?.keys.contains(key) == true { return .keyInUse }
        let isFirst = lines[learner] == nil
        guard isFirst || waiting(for: learner) < Self.waitingLimit else { return .lineIsFull }
        if let key { lines[learner, default: Line()].keys.insert(key) }
        if isFirst { lines[learner, default: Line()].waiting = [] } else { lines[learner]?.waiting.append(id) }
        return isFirst ? .atOnce : .waits
    }

    /// The write at work has ended; returns whose turn it is now.
    mutating func leave(_ learner: Learner, key: String?) -> UInt64? {
        if let key { lines[learner]?.keys.remove(key) }
        guard let line = lines[learner], !line.waiting.isEmpty else {
            lines[learner] = nil
            return nil
        }
        return lines[learner]?.waiting.removeFirst()
    }

    /// One who waits goes away; false when it does not wait any more.
    mutating func giveUp(_ id: UInt64, for learner: Learner, key: String?) -> Bool {
        guard let place = lines[learner]?.waiting.firstIndex(of: id) else { return false }
        lines[learner]?.waiting.remove(at: place)
        if let key { lines[learner]?.keys.remove(key) }
        return true
    }

    /// How many of the learner's writes wait.
    func waiting(for learner: Learner) -> Int { lines[learner]?.waiting.count ?? 0 }
}
