import Encoding

/// The name of an object: up to 1,024 bytes of UTF-8, compared byte by byte, for two spellings of a letter are two keys.
///
/// It never becomes a path: files are called by its digest.
struct ObjectKey: Sendable, Hashable, Comparable {
    let bytes: [UInt8]

    /// The longest key in bytes.
    static let maximumBytes = 1_024

    init(_ text: String) { bytes = Array(text.utf8) }

    init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func hasPrefix(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

    static func < (left: ObjectKey, right: ObjectKey) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
