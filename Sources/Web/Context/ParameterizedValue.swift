import Encoding
import HTTPCore

/// A field value with parameters, such as `form-data; name="file"; filename="a b.png"`.
///
/// Source: RFC 9110 §5.6.6 and §8.3.1 (Content-Type), RFC 6266 §4.1 (Content-Disposition), RFC 8187 §3.2 (`name*`). A quoted value ends at the
/// next plain quote; `\"` and `\\` stand for the second character, and any other backslash for itself, for old browsers sent Windows paths. An
/// unquoted value may hold any visible character but `;` and `"`, for boundaries with `=` or `:` come without quotes too.
struct ParameterizedValue: Sendable, Equatable {
    /// What stands before the parameters, in lower case.
    var value: String
    private var parameters: [(name: String, value: String)] = []

    /// Nil when it is not well formed or gives a parameter twice: two readers could then choose differently.
    init?(parsing text: String) {
        var rest = Substring(text).utf8[...]
        value = Self.trimmed(Self.take(from: &rest) { $0 != UInt8(ascii: ";") }).lowercased()
        guard !value.isEmpty else { return nil }
        while rest.popFirst() != nil {
            Self.skipSpace(&rest)
            // An empty parameter is no parameter (RFC 9110 §5.6.6).
            if rest.isEmpty || rest.first == UInt8(ascii: ";") { continue }
            guard let parameter = Self.parameter(&rest), self[parameter.name] == nil else { return nil }
            parameters.append(parameter)
        }
    }

    /// The value of a parameter; its name is in lower case.
    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// The value of a parameter that may come in the extended form `name*=UTF-8''…`, which is preferred (RFC 6266 §4.3); nil when that is broken.
    func extended(_ name: String) -> String? {
        guard let text = self[name + "*"] else { return self[name] }
        let parts = text.pieces(separatedBy: "'", maximumSplits: 2, omittingEmpty: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return PercentEncoding.decode(String(parts[2]))
    }

    /// True where the parameter is there in either form.
    func has(_ name: String) -> Bool { self[name] != nil || self[name + "*"] != nil }

    static func == (left: Self, right: Self) -> Bool {
        left.value == right.value && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
    }
}

// MARK: - Reading

extension ParameterizedValue {
    private typealias Bytes = Substring.UTF8View.SubSequence

    private static func parameter(_ rest: inout Bytes) -> (name: String, value: String)? {
        let name = text(take(from: &rest, while: FieldSyntax.isTokenByte)).lowercased()
        guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "="), let value = rest.first == UInt8(ascii: "\"") ? quoted(&rest) : token(&rest)
        else { return nil }
        skipSpace(&rest)
        guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { return nil }
        return (name, value)
    }

    private static func token(_ rest: inout Bytes) -> String? {
        let token = text(take(from: &rest) { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"") })
        return token.isEmpty ? nil : token
    }

    private static func quoted(_ rest: inout Bytes) -> String? {
        var bytes: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return String(validating: bytes, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                rest.removeFirst()
                bytes.append(next)
            } else {
                bytes.append(byte)
            }
        }
        return nil
    }

    private static func take(from rest: inout Bytes, while belongs: (UInt8) -> Bool) -> Bytes {
        let taken = rest.prefix(while: belongs)
        rest = rest[taken.endIndex...]
        return taken
    }

    private static func skipSpace(_ rest: inout Bytes) { rest = rest.drop { $0 == 0x20 || $0 == 0x09 } }

    private static func trimmed(_ bytes: Bytes) -> String {
        var bytes = bytes
        skipSpace(&bytes)
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return text(bytes)
    }

    private static func text(_ bytes: Bytes) -> String { String(Substring(bytes)) }
}
