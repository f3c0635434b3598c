/// Encoding and parsing of whole JSON texts. Source: RFC 8259.
public enum JSON {
    /// How deep arrays and objects may lie in each other unless a caller says otherwise.
    public static let defaultMaximumDepth = 64

    /// The bytes of a value.
    public static func encode(_ value: some JSONValue, expectedBytes: Int = 1_024) -> [UInt8] {
        var writer = JSONWriter(expectedBytes: expectedBytes)
        value.write(to: &writer)
        return writer.bytes
    }

    /// The text of a value.
    public static func string(_ value: some JSONValue) -> String {
        String(decoding: encode(value), as: UTF8.self)
    }

    /// Parses any JSON text; the error says what is wrong and where.
    public static func parse(_ bytes: Span<UInt8>, maximumDepth: Int = defaultMaximumDepth) throws(JSONReader.Failure) -> JSONFragment {
        try read(JSONFragment.self, from: bytes, maximumDepth: maximumDepth)
    }

    /// Parses any JSON text.
    public static func parse(_ bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth) throws(JSONReader.Failure) -> JSONFragment {
        try parse(bytes.span, maximumDepth: maximumDepth)
    }

    /// Reads a type without conversions and without collecting problems: the fast road alone.
    @inlinable
    public static func read<Value: JSONValue>(
        _ type: Value.Type, from bytes: Span<UInt8>, maximumDepth: Int = defaultMaximumDepth
    ) throws(JSONReader.Failure) -> Value {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONReader.Failure) in
            var reader = try JSONReader(checking: buffer, maximumDepth: maximumDepth)
            let value = try Value.read(from: &reader)
            try reader.finish()
            return value
        }
    }
}
