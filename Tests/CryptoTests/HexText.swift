/// The bytes a hex text spells, line breaks ignored.
func hex(_ text: String) -> [UInt8] {
    let digits = text.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}

/// A PEM document around base64 text.
func pem(_ label: String, _ base64: String) -> String {
    let dashes = "-----"
    let text = base64.filter { !$0.isWhitespace }
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
        lines.append(rest.prefix(64))
        rest = rest.dropFirst(64)
    }
    return "\(dashes)BEGIN \(label)\(dashes)\n" + lines.joined(separator: "\n") + "\n\(dashes)END \(label)\(dashes)\n"
}
