import Postgres

/// The name of a time zone in the form of the IANA database. Whether the zone exists, PostgreSQL knows.
///
/// PostgreSQL would also take POSIX rules such as `ABC5` for zones of their own; names are held to a form that keeps them out.
struct TimeZoneName: RawRepresentable, Hashable, Sendable, PostgresEncodable {
    let rawValue: String

    static let utc = TimeZoneName(trusted: "UTC")

    private init(trusted name: String) { rawValue = name }

    init?(rawValue: String) {
        guard (1...64).contains(rawValue.utf8.count), rawValue.utf8.allSatisfy(Self.isAllowed) else { return nil }
        guard Self.mayHoldDigits(rawValue) || !rawValue.utf8.contains(where: Self.isDigitOrPlus) else { return nil }
        self.rawValue = rawValue
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isDigitOrPlus(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
    }

    /// The few zones whose names hold digits.
    private static func mayHoldDigits(_ name: String) -> Bool {
        ["EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "GMT0", "GMT+0", "GMT-0", "Etc/GMT0"].contains(name)
            || ["Etc/GMT+", "Etc/GMT-"].contains { name.hasPrefix($0) && name.utf8.count <= 10 }
    }
}
