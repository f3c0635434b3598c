/// Writes the XML of answers.
enum XMLText {
    /// An element that holds text alone.
    struct Pair: Sendable, Equatable {
        var name: String
        var text: String

        init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

    /// `<name>text</name>`, the text escaped.
    static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }

    /// `<name>…</name>` around what is XML already.
    static func element(_ name: String, namespace: String? = nil, _ content: [String]) -> String {
        "<\(name)\(namespace.map { #" xmlns="\#($0)""# } ?? "")>\(content.joined())</\(name)>"
    }

    /// Several of them.
    static func elements(_ pairs: [Pair]) -> String { pairs.map { element($0.name, $0.text) }.joined() }

    /// Text for elements and attributes. Control characters become references, as S3 writes them, also those that XML 1.0 cannot hold:
    /// a client that lists such keys asks for `encoding-type=url`.
    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "<"): out += "&lt;".utf8
            case UInt8(ascii: ">"): out += "&gt;".utf8
            case UInt8(ascii: "\""): out += "&quot;".utf8
            case 0..<0x20, 0x7F: out += "&#x\(String(byte, radix: 16));".utf8
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
