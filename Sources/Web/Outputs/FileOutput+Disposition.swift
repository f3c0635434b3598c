import Encoding

extension FileOutput {
    /// The field for a name of any characters: in ASCII for old browsers, and in full when it has more (RFC 6266 §4.3, RFC 8187).
    static func attachment(_ name: String) -> String {
        // Folders are no part of a name, and controls of nothing.
        let name = String(String.UnicodeScalarView(name.unicodeScalars.map { isOdd($0) ? "_" : $0 }))
        let plain = String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isASCII && !isMisread($0) ? $0 : "_" }))
        if plain == name { return "attachment; filename=\"\(plain)\"" }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentEncoding.encode(name))"
    }

    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "/" || scalar == "\\" || [.control, .lineSeparator, .paragraphSeparator, .format].contains(scalar.properties.generalCategory)
    }

    /// Quotes end the value, and some browsers decode percent sequences in it.
    private static func isMisread(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "%" }
}
