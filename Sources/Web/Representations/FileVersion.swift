import Encoding
import Platform

/// How versions of a file are told apart.
///
/// Up to `hashedBytes` by their content, so that the tag is the same on every server of a fleet and survives a deployment that only touches files,
/// and changes even when a build sets every time stamp alike. Beyond, by length and time of change in nanoseconds: weak for two seconds after a change,
/// for the file system's clock may not tell two changes apart.
struct FileVersion: Sendable {
    static let hashedBytes = 4 << 20
    private static let clockGrain = Duration.seconds(2)

    let tag: EntityTag
    let lastModified: Timestamp
    /// False while the tag is to be made anew.
    let isSettled: Bool

    /// The version of an open file, by length and time.
    init(_ status: FileStatus, suffix: String = "", now: UnixTime = SystemClock().now()) {
        isSettled = now - status.changed >= Self.clockGrain
        let time = hexadecimal(UInt64(bitPattern: status.modified.seconds), UInt64(status.modified.nanoseconds))
        tag = EntityTag("\(String(status.byteCount, radix: 16))-\(time)\(suffix)", isWeak: !isSettled)
        lastModified = Self.date(status, now)
    }

    /// The version of content that was read.
    init(_ bytes: [UInt8], _ status: FileStatus, suffix: String = "", now: UnixTime = SystemClock().now()) {
        isSettled = true
        tag = EntityTag(String(Self.fingerprint(bytes), radix: 16) + "-" + String(bytes.count, radix: 16) + suffix)
        lastModified = Self.date(status, now)
    }

    /// Whole seconds, and never in the future (RFC 9110 §8.8.2.1).
    private static func date(_ status: FileStatus, _ now: UnixTime) -> Timestamp { Timestamp(secondsSinceEpoch: min(status.modified.seconds, now.seconds)) }

    /// 64 bits that differ by all odds when the content does: an identity for caches, not a proof. Each step can be undone, so no single change is lost.
    private static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBytes { buffer in
            let words = buffer.count / 8 * 8
            for place in stride(from: 0, to: words, by: 8) {
                hash = mixed(hash, UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            }
            for place in words..<buffer.count { hash = mixed(hash, UInt64(buffer[place])) }
        }
        return hash
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
