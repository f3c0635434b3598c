import CZlib

/// The CRC-32 of gzip, ZIP and PNG (RFC 1952 §8): finds accidents, not forgeries.
public struct CRC32: Sendable, Equatable {
    /// The checksum of all bytes so far; 0 for none.
    public private(set) var value: UInt32 = 0

    /// Begins with no bytes.
    public init() {}

    /// The checksum of `bytes`.
    public static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum = CRC32()
        checksum.update(bytes)
        return checksum.value
    }

    /// Goes on with further bytes.
    public mutating func update(_ bytes: [UInt8]) {
        // Without a base address zlib would begin anew.
        guard !bytes.isEmpty else { return }
        let checksum = bytes.withUnsafeBufferPointer { crc32_z(UInt(value), $0.baseAddress, $0.count) }
        value = UInt32(truncatingIfNeeded: checksum)
    }
}
