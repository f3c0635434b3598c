import CUnistring
import Glibc

/// Unicode's normalisation forms, by libunistring.
enum Normalization {
    /// Canonical composition: what looks the same is the same, nothing else changes. Nil when memory is out.
    static func composed(_ text: String) -> String? { normalized(text, cunistring_nfc) }

    /// Compatibility composition: letters in rings, in bold and of other widths are plain. Nil when memory is out.
    static func compatible(_ text: String) -> String? { normalized(text, cunistring_nfkc) }

    private static func normalized(
        _ text: String, _ form: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int>?) -> UnsafeMutablePointer<UInt8>?
    ) -> String? {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard let start = bytes.baseAddress else { return "" }
            var count = 0
            guard let result = form(start, bytes.count, nil, &count) else { return nil }
            defer { free(result) }
            return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        }
    }
}
