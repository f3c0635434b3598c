/// The name of a bucket: 3 to 63 of `a-z`, `0-9`, `.` and `-`, so that it is safe as the name of a folder.
///
/// Source: Amazon S3 user guide, "General purpose bucket naming rules".
struct BucketName: Sendable, Hashable, Comparable {
    let text: String

    /// Nil for what no bucket can be called.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (3...63).contains(bytes.count), bytes.allSatisfy({ Self.isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
            Self.isPlain(bytes[0]), Self.isPlain(bytes[bytes.count - 1]), !text.contains("..")
        else { return nil }
        self.text = text
    }

    static func < (left: BucketName, right: BucketName) -> Bool { left.text < right.text }

    private static func isPlain(_ byte: UInt8) -> Bool { byte &- 48 < 10 || byte &- 97 < 26 }
}
