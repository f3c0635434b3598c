/// Which exchanges of a pipeline share a Sync, as a value: exchanges go out and results come in, and it says when a Sync is due and whose result this is.
///
/// A group stays open until the loop has nothing more to run in its pass, until it is full, or until an exchange comes that wants a Sync of its own.
struct SyncGroups: Equatable {
    /// Exchanges in one group at most: so many are sent again when one of them fails.
    static let limit = 16
    /// Bytes of one group at most: libpq sends what it has as soon as it has 8 KiB, and the Sync shall be with it.
    static let limitBytes = 8_000

    /// The sizes of the groups that are not answered, oldest first.
    private var sizes: [Int] = []
    private var isOpen = false
    /// Of the open group.
    private var bytes = 0
    private var hasResult = false
    /// Which exchange of the oldest group the results at hand belong to.
    private(set) var reading = 0

    /// Takes an exchange in; true when the open group must be ended by a Sync first.
    mutating func append(sharing: Bool, bytes: Int) -> Bool {
        if sharing, isOpen, sizes[sizes.count - 1] < Self.limit, self.bytes + bytes <= Self.limitBytes {
            sizes[sizes.count - 1] += 1
            self.bytes += bytes
            return false
        }
        let wasOpen = isOpen
        sizes.append(1)
        self.bytes = bytes
        isOpen = sharing
        return wasOpen
    }

    /// True when exchanges that may share are better gathered until an answer comes: the server has two groups to work on, so that it is not idle, and
    /// what is sent now would only wait there. Larger groups cost both sides less, as Nagle's algorithm has it for segments (RFC 896).
    var gathers: Bool { !isOpen && sizes.count >= 2 }

    /// Ends the open group; true when there was one, and a Sync is due.
    mutating func close() -> Bool {
        defer { isOpen = false }
        return isOpen
    }

    /// A result of the statement at hand came.
    mutating func resultCame() { hasResult = true }

    /// The results of a statement have ended: the next ones belong to the next exchange of the group.
    mutating func statementEnded() {
        guard hasResult, let size = sizes.first else { return }
        hasResult = false
        if reading + 1 < size { reading += 1 }
    }

    /// The oldest group is answered; how many exchanges it has.
    mutating func popFirst() -> Int {
        reading = 0
        hasResult = false
        return sizes.isEmpty ? 0 : sizes.removeFirst()
    }
}
