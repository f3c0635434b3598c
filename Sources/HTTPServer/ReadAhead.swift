import HTTPCore
import Platform

/// How cold files are kept from holding a loop: what is not in memory is read on a thread of a pool before it is sent.
///
/// A value, so that tests say what is cold and how long the disk takes.
struct ReadAhead: Sendable {
    /// Whether the byte at this place can be sent without waiting for the disk.
    var isInMemory: @Sendable (OpenFile, Int) -> Bool = { $0.isInMemory(at: $1) }
    /// Brings a range into the system's memory; waits for the disk.
    var read: @Sendable (OpenFile, Range<Int>) -> Void = { file, range in
        // In small pieces: only the system is to keep it.
        for start in stride(from: range.lowerBound, to: range.upperBound, by: 65_536) {
            // What is wrong with the file shows when it is sent.
            _ = try? file.read(start..<min(start + 65_536, range.upperBound))
        }
    }
}
