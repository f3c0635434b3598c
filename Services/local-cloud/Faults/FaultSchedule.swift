/// Decides which requests go wrong: by a header of their own, else by what was set for their service.
struct FaultSchedule: Sendable {
    /// How many calls' counts are remembered; the oldest are forgotten first.
    static let maximumCalls = 1_000

    /// What was set for services, with how often it has happened.
    private(set) var standing: [CloudServiceKind: (fault: Fault, happened: Int)] = [:]
    private var calls: [String: Int] = [:]
    private var order: [String] = []

    /// Lets a service's requests go wrong until it is cleared; nil clears it.
    mutating func set(_ fault: Fault?, for kind: CloudServiceKind) { standing[kind] = fault.map { ($0, 0) } }

    /// Clears all.
    mutating func clear() { standing = [:] }

    /// The fault of a request, if it has one.
    ///
    /// - Parameters:
    ///   - asked: what the request's header says.
    ///   - call: what the attempts of one call have in common; counts in headers are counted by it.
    ///   - chance: 0 to 1, for probabilities.
    mutating func next(for kind: CloudServiceKind, asked: Fault?, call: String, chance: Double) -> Fault? {
        if let asked { return happens(asked, &calls[remembered(call), default: 0], chance) ? asked : nil }
        guard let fault = standing[kind]?.fault, happens(fault, &standing[kind]!.happened, chance) else { return nil }
        return fault
    }

    private func happens(_ fault: Fault, _ happened: inout Int, _ chance: Double) -> Bool {
        let happensNow =
            switch fault.occurrence {
            case .always: true
            case .first(let count): happened < count
            case .probability(let probability): chance < probability
            }
        if happensNow { happened += 1 }
        return happensNow
    }

    private mutating func remembered(_ call: String) -> String {
        if calls[call] == nil {
            order.append(call)
            if order.count > Self.maximumCalls { calls[order.removeFirst()] = nil }
        }
        return call
    }
}
