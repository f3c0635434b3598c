import Encoding

/// Where a listing goes on, as clients carry it: a letter and the key, in base64.
enum ContinuationToken {
    static func text(_ position: ListingPosition) -> String {
        let bytes: [UInt8] =
            switch position {
            case .start: []
            case .after(let key): [UInt8(ascii: "k")] + key.bytes
            case .afterPrefix(let prefix): [UInt8(ascii: "p")] + prefix.bytes
            }
        return Base64.encode(bytes, alphabet: .urlSafe, padded: false)
    }

    /// Nil for a text that we did not write.
    static func position(_ text: String) -> ListingPosition? {
        guard text.utf8.count <= 2 * ObjectKey.maximumBytes, let bytes = Base64.decodeURLSafe(text), let kind = bytes.first else { return nil }
        switch kind {
        case UInt8(ascii: "k"): return .after(ObjectKey(bytes: bytes.dropFirst()))
        case UInt8(ascii: "p"): return .afterPrefix(ObjectKey(bytes: bytes.dropFirst()))
        default: return nil
        }
    }
}
