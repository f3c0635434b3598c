import Glibc
import Platform

/// The headers that were read last and found in order, by their very bytes: all tokens of one key have the same, so that reading it again is spared.
/// At most four, as a pool has two keys.
final class KnownHeaders: Sendable {
    private static let limit = 4

    private struct Known {
        let encoded: [UInt8]
        let keyID: String
    }

    private let known = Lock<[Known]>([])

    /// `kid` of a token whose header was seen before.
    func keyID(of token: CompactJWS) -> String? {
        token.withEncodedHeader { header in known.withLock { known in known.first { Self.isSame($0.encoded, header) }?.keyID } }
    }

    /// Remembers the header of a token whose signature was good: strangers must not displace it.
    func remember(_ token: CompactJWS, _ keyID: String) {
        let encoded = token.withEncodedHeader { Array($0) }
        known.withLock { known in
            guard !known.contains(where: { $0.encoded == encoded }) else { return }
            if known.count == Self.limit { known.removeFirst() }
            known.append(Known(encoded: encoded, keyID: keyID))
        }
    }

    private static func isSame(_ known: [UInt8], _ header: UnsafeBufferPointer<UInt8>) -> Bool {
        known.count == header.count && memcmp(known, header.baseAddress!, header.count) == 0
    }
}
