/// HTML: what is written in a literal is markup, interpolated strings are escaped, interpolated `Markup` is not.
///
/// ```swift
/// let greeting: Markup = "<p>Good morning, \(name)</p>"
/// ```
public struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The HTML.
    public var text: String

    /// Text that may hold anything: it is escaped for content and for quoted attribute values.
    public init(escaping text: String) { self.text = Self.escaped(text) }

    /// Trusts a literal of the program.
    public init(stringLiteral text: String) { self.text = text }

    /// Joins literals and escaped values.
    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Collects literals as they are and values escaped.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        /// Room for the literals.
        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + interpolationCount * 16) }

        /// Markup of the program.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// A value of anybody's: escaped.
        public mutating func appendInterpolation(_ value: String) { text += Markup.escaped(value) }

        /// A number.
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// Markup inside markup; nothing for nil.
        public mutating func appendInterpolation(_ markup: Markup?) { if let markup { text += markup.text } }

        /// Pieces of markup one after the other.
        public mutating func appendInterpolation(_ several: [Markup]) { for markup in several { text += markup.text } }
    }
}

extension Markup {
    /// The five characters that end a text or a quoted attribute value (WHATWG HTML §13.3, and `'`, so that either quotation mark is safe).
    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "<"): out += "&lt;".utf8
            case UInt8(ascii: ">"): out += "&gt;".utf8
            case UInt8(ascii: "\""): out += "&quot;".utf8
            case UInt8(ascii: "'"): out += "&#39;".utf8
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// ` name="value"`, or nothing for nil.
    public static func attribute(_ name: String, _ value: String?) -> Markup? { value.map { " \(name)=\"\($0)\"" } }
}
