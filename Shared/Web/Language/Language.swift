/// A language our pages speak.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Japanese.
    case japanese = "ja"

    /// The other one, which the switch offers.
    public var other: Language { self == .english ? .japanese : .english }

    /// What the language calls itself.
    var name: String { self == .english ? "English" : "日本語" }

    /// The one of ours that an `Accept-Language` field likes best (RFC 9110 §12.5.4); English where it names none of them.
    ///
    /// The first 32 ranges are read. Of equal weights the first counts, as browsers send them in order.
    public static func preferred(acceptLanguage: String?) -> Language {
        var best: (language: Language, weight: Double)?
        for range in (acceptLanguage ?? "").split(separator: ",").prefix(32) {
            guard let (language, weight) = weighed(range), weight > best?.weight ?? 0 else { continue }
            best = (language, weight)
        }
        return best?.language ?? .english
    }

    private static func weighed(_ range: Substring) -> (Language, Double)? {
        let parts = range.split(separator: ";", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else { return nil }
        guard parts.count > 1 else { return (language, 1) }
        guard parts[1].hasPrefix("q="), let weight = Double(parts[1].dropFirst(2)), (0...1).contains(weight) else { return nil }
        return (language, weight)
    }
}
