/// Identifies a scheduled timer of one event loop; never reused.
public struct TimerID: Hashable, Sendable {
    let number: UInt64
}

/// Deadlines in order, as a value: a binary heap of nanoseconds with lazy cancellation.
struct TimerQueue {
    private struct Entry {
        var deadline: UInt64
        var id: UInt64
    }

    private var heap: [Entry] = []
    private var pending: Set<UInt64> = []
    private var lastID: UInt64 = 0

    /// Entries held, cancelled ones too.
    var entryCount: Int { heap.count }

    /// How many timers wait.
    var count: Int { pending.count }

    /// Adds a timer that expires at `deadline`, nanoseconds on the loop's clock.
    mutating func insert(deadline: UInt64) -> TimerID {
        lastID += 1
        pending.insert(lastID)
        heap.append(Entry(deadline: deadline, id: lastID))
        siftUp(from: heap.count - 1)
        return TimerID(number: lastID)
    }

    /// Forgets a timer; false when it expired or was cancelled before.
    @discardableResult
    mutating func cancel(_ timer: TimerID) -> Bool {
        guard pending.remove(timer.number) != nil else { return false }
        // Cancelled entries stay in the heap until they surface; rebuild when they are the most of it.
        if heap.count > 64 && heap.count > 2 * pending.count { rebuild() }
        return true
    }

    /// The earliest deadline that still counts.
    mutating func nextDeadline() -> UInt64? {
        dropCancelled()
        return heap.first?.deadline
    }

    /// Removes and returns one timer whose deadline is not after `now`.
    mutating func popExpired(now: UInt64) -> TimerID? {
        dropCancelled()
        guard let first = heap.first, first.deadline <= now else { return nil }
        removeFirst()
        pending.remove(first.id)
        return TimerID(number: first.id)
    }

    private mutating func dropCancelled() {
        // Hashing at every pass of a loop is worth sparing.
        while heap.count > pending.count, let first = heap.first, !pending.contains(first.id) { removeFirst() }
    }

    private mutating func rebuild() {
        let kept = heap.filter { pending.contains($0.id) }
        heap.removeAll(keepingCapacity: true)
        for entry in kept {
            heap.append(entry)
            siftUp(from: heap.count - 1)
        }
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].deadline < heap[least].deadline { least = child }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private mutating func siftUp(from index: Int) {
        var child = index
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].deadline < heap[parent].deadline else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }
}
