import Encoding

/// Bytes that are base64 in JSON (pydantic's `Base64Bytes`), in the standard alphabet with padding. Source: RFC 4648 §4.
///
/// Characters outside the alphabet are refused, where pydantic passes over them.
public struct Base64Data: JSONValue, Hashable {
    /// The bytes.
    public var bytes: [UInt8]

    /// Wraps bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Base64Data {
        guard let bytes = Base64.decode(try reader.readString()) else { throw reader.mismatch() }
        return Base64Data(bytes)
    }

    /// Writes the text.
    public func write(to writer: inout JSONWriter) { writer.write(Base64.encode(bytes)) }

    /// Describes the type: `format` as pydantic says it, `contentEncoding` as JSON Schema 2020-12 does.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        ["type": "string", "format": "base64", "contentEncoding": "base64"]
    }

    /// Takes a text, and records why when it is no base64.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Base64Data? {
        guard case .string(let text) = input else {
            problems.add("bytes_type", "Input should be a valid bytes", input: input)
            return nil
        }
        if let bytes = Base64.decode(text) { return Base64Data(bytes) }
        let reason = reason(text)
        problems.add("base64_decode", "Base64 decoding error: '\(reason)'", input: input, ctx: [.init("error", .string(reason))])
        return nil
    }

    /// In the words of Python's `binascii`.
    private static func reason(_ text: String) -> String {
        let end = text.utf8.firstIndex(of: UInt8(ascii: "=")) ?? text.utf8.endIndex
        let data = text.utf8[..<end]
        let isPure = data.allSatisfy { isLetter($0) } && text.utf8[end...].allSatisfy { isLetter($0) || $0 == UInt8(ascii: "=") }
        if !isPure { return "Only base64 data is allowed" }
        if data.count % 4 == 1 {
            return "Invalid base64-encoded string: number of data characters (\(data.count)) cannot be 1 more than a multiple of 4"
        }
        let padding = text.utf8[end...].count, needed = (4 - data.count % 4) % 4
        return padding > needed ? "Excess data after padding" : "Incorrect padding"
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
        }
    }
}
