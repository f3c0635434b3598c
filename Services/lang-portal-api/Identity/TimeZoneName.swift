import Postgres

/// The name of a time zone of the IANA database. Whether a place is in it, PostgreSQL knows.
///
/// PostgreSQL would also take POSIX rules such as `ABC5`, abbreviations such as `JST`, and what the database's files hold beside zones
/// (`posixrules`, `Factory`, `right/UTC`, `posix/…`): names are held to the areas and to the few names without an area. Reading
/// `pg_timezone_names` instead takes it a tenth of a second, and lists some of those, too.
struct TimeZoneName: RawRepresentable, Hashable, Sendable, PostgresEncodable {
    let rawValue: String

    static let utc = TimeZoneName(trusted: "UTC")

    private init(trusted name: String) { rawValue = name }

    init?(rawValue: String) {
        guard rawValue.utf8.count <= 64, Self.namesWithoutPlace.contains(rawValue) || Self.isPlace(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// `Area/Place`, perhaps with a region between: letters, `_` and `-`.
    private static func isPlace(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), areas.contains(String(Substring(parts[0]))) else { return false }
        return parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(isLetterOrJoin) }
    }

    private static func isLetterOrJoin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static let areas: Set<String> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile", "Etc", "Europe", "Indian", "Mexico",
        "Pacific", "US",
    ]

    /// Names without an area, or with digits (IANA's `backward` and `etcetera`).
    private static let namesWithoutPlace: Set<String> = Set(
        [
            "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "HST",
            "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC",
            "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu", "Etc/GMT0",
        ] + (0...12).map { "Etc/GMT+\($0)" } + (0...14).map { "Etc/GMT-\($0)" })
}
