import Glibc

/// A system call that failed, with its `errno`.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// Name of the call, such as `bind`.
    public let call: String
    /// The value of `errno`.
    public let code: Int32

    /// Creates an error of `call` with an `errno` value.
    public init(call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    /// True when somebody else listens on the address.
    public var isAddressInUse: Bool { code == EADDRINUSE }

    /// The call and the system's words for the error.
    public var description: String { "\(call): \(String(cString: strerror(code)))" }
}

/// Nanoseconds of the monotonic clock.
@inline(__always)
public func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

extension Duration {
    /// Whole nanoseconds, 0 for negative durations and at most about 292 years.
    public var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(min(seconds, 9_000_000_000)) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }
}
