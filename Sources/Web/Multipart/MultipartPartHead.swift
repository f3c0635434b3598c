import HTTPCore

/// What the header fields of a part say (RFC 7578 §4.2, §4.4); fields it does not know are passed over.
struct MultipartPartHead: Equatable, Sendable {
    /// The name of the form's field.
    var name: String
    /// What the caller calls the file, without folders; nil for a text.
    var filename: String?
    /// What the caller says the content is.
    var contentType: String?

    init(name: String, filename: String? = nil, contentType: String? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }

    /// Reads lines that each end with CR LF, the last of them empty.
    init(parsing bytes: [UInt8]) throws(MultipartError) {
        var disposition: String?, type: String?
        for line in try Self.lines(bytes) {
            let (name, value) = try Self.field(line)
            switch name {
            case "content-disposition": try Self.set(&disposition, value)
            case "content-type": try Self.set(&type, value)
            default: continue
            }
        }
        guard let disposition = disposition.flatMap({ ParameterizedValue(parsing: $0) }), disposition.value == "form-data", let name = disposition["name"]
        else { throw .badHead }
        self.name = name
        contentType = type
        guard disposition.has("filename") else { return }
        guard let filename = disposition.extended("filename") else { throw .badHead }
        self.filename = Self.lastComponent(filename)
    }

    /// A second field of the same name could be the one that another reader believes.
    private static func set(_ field: inout String?, _ value: String) throws(MultipartError) {
        guard field == nil else { throw .badHead }
        field = value
    }

    private static func lines(_ bytes: [UInt8]) throws(MultipartError) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        for line in bytes.dropLast(3).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard line.last == UInt8(ascii: "\r"), line.count > 1 else { throw .badHead }
            lines.append(line.dropLast())
        }
        return lines
    }

    /// A line that begins with a space has no name: folded lines are refused, as RFC 9112 §5.2 does.
    private static func field(_ line: ArraySlice<UInt8>) throws(MultipartError) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex, line[..<colon].allSatisfy(FieldSyntax.isTokenByte),
            line[colon...].allSatisfy(FieldSyntax.isValueByte), let value = String(validating: line[(colon + 1)...], as: UTF8.self)
        else { throw .badHead }
        let trimmed = value.drop { $0 == " " || $0 == "\t" }
        return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(trimmed))
    }

    /// The caller's folders are none of ours (RFC 7578 §4.2), and a control character has no place in a name.
    private static func lastComponent(_ filename: String) -> String {
        let scalars = filename.unicodeScalars
        let start = scalars.lastIndex { $0 == "/" || $0 == "\\" }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(String.UnicodeScalarView(scalars[start...].filter { $0.properties.generalCategory != .control }))
    }
}
