/// Data about a person, or a key to something: where it stands in a text, found in one pass.
///
/// Each kind is a small validator of candidates (check digits, lengths, areas), so that years, prices, dates and scores are none.
struct PersonalData: Equatable {
    /// What kind of data.
    enum Kind: String, CaseIterable {
        case email = "e-mail"
        case phone
        case card
        case iban
        case nationalNumber = "national-number"
        case account
        case address
        case credential

        /// What stands in its place.
        var mark: String { "[\(rawValue)]" }
        /// What it is called among the findings.
        var finding: Finding { Finding(.personalData, rule: "personal-data.\(rawValue)") }
    }

    /// Where, in bytes of the text.
    struct Match: Equatable {
        var kind: Kind
        var range: Range<Int>
    }

    /// In the order of the text, none within another.
    let matches: [Match]

    /// Looks for it.
    init(in text: String) {
        let narrow = NarrowText(text)
        var scanner = PersonalDataScanner(narrow.bytes)
        scanner.scan()
        matches = scanner.matches.map { Match(kind: $0.kind, range: narrow.origin(of: $0.range)) }
    }

    /// One finding for each kind.
    var findings: [Finding] {
        Kind.allCases.filter { kind in matches.contains { $0.kind == kind } }.map(\.finding)
    }

    /// The text with marks in place of the data.
    func redacted(_ text: String) -> String {
        guard !matches.isEmpty else { return text }
        let bytes = text.utf8
        var result = "", place = bytes.startIndex, offset = 0
        for match in matches {
            let start = bytes.index(place, offsetBy: match.range.lowerBound - offset)
            result += text[place..<start]
            result += match.kind.mark
            place = bytes.index(start, offsetBy: match.range.count)
            offset = match.range.upperBound
        }
        return result + text[place...]
    }
}
