import Encoding
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2026, 2, 8, 20_492, 0), (1969, 12, 31, -1, 3), (0, 1, 1, -719_528, 6), (9999, 12, 31, 2_932_896, 5),
    ])
    func `known days have known numbers and weekdays`(year: Int, month: Int, day: Int, number: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == number)
        #expect(date.weekday == weekday)
        #expect(date.components == (year, month, day))
    }

    @Test func `every day of eight centuries follows the one before`() {
        var previous = CivilDate(daysSinceEpoch: -150_000).components
        for number in -149_999...150_000 {
            let (year, month, day) = CivilDate(daysSinceEpoch: number).components
            let isNext =
                (year, month, day) == (previous.year, previous.month, previous.day + 1) || (day == 1 && (year, month) == (previous.year, previous.month + 1))
                || (day == 1 && month == 1 && year == previous.year + 1 && previous.month == 12)
            guard isNext, CivilDate(year: year, month: month, day: day)?.daysSinceEpoch == number else {
                Issue.record("day \(number) is \(year)-\(month)-\(day)")
                return
            }
            previous = (year, month, day)
        }
    }

    @Test func `days that do not exist are refused`() {
        #expect(CivilDate(year: 2026, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2026, month: 13, day: 1) == nil)
        #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(CivilDate("2026-2-08") == nil)
        #expect(CivilDate("2026-02-081") == nil)
    }

    @Test func `days are added and counted, and the range has ends`() throws {
        let date = try #require(CivilDate("2026-02-08"))
        #expect(date.adding(days: 21).description == "2026-03-01")
        #expect(try date.days(until: #require(CivilDate("2027-02-08"))) == 365)
        #expect(date.adding(days: .max).description == "9999-12-31")
        #expect(date.adding(days: .min).description == "0000-01-01")
    }
}

@Suite struct TimestampTests {
    let moment = Timestamp(microsecondsSinceEpoch: 1_770_571_223_123_456)

    @Test func `ISO 8601 is written with and without zone and with six digits or none`() {
        #expect(moment.iso8601() == "2026-02-08T17:20:23.123456Z")
        #expect(moment.iso8601(.unwritten) == "2026-02-08T17:20:23.123456")
        #expect(Timestamp(secondsSinceEpoch: 0).iso8601() == "1970-01-01T00:00:00Z")
        #expect(Timestamp(microsecondsSinceEpoch: -1).iso8601() == "1969-12-31T23:59:59.999999Z")
    }

    @Test(arguments: [
        "2026-02-08T17:20:23.123456", "2026-02-08T17:20:23.123456Z", "2026-02-09t02:20:23.1234569+09:00", "2026-02-08 12:20:23.123456-0500",
        "2026-02-08T17:20:23.123456+00:00",
    ])
    func `the same moment is read from each of its spellings`(text: String) {
        #expect(Timestamp(iso8601: text) == moment)
    }

    @Test(arguments: [
        "", "2026-02-08", "2026-02-30T00:00:00Z", "2026-02-08T24:00:00Z", "2026-02-08T17:60:00", "2026-02-08T17:20:60Z", "2026-02-08T17:20:23.",
        "2026-02-08T17:20:23.1234567890", "2026-02-08T17:20:23+25:00", "2026-02-08T17:20:23 Z", "2026-02-08X17:20:23", "２026-02-08T17:20:23",
        "2026-02-08T17:20:23ZZ", "2026-02-08T17:2:23Z", "+2026-02-08T17:20:23",
    ])
    func `other texts are refused`(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test func `the HTTP date of RFC 9110 goes both ways`() throws {
        let text = "Sun, 06 Nov 1994 08:49:37 GMT"
        let date = try #require(Timestamp(httpDate: text))
        #expect(date.secondsSinceEpoch == 784_111_777)
        #expect(date.httpDate == text)
        #expect(date.httpDateBytes.count == 29)
    }

    @Test(arguments: [
        ("Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("Thursday, 26-Nov-26 00:00:00 GMT", "Thu, 26 Nov 2026 00:00:00 GMT"), ("Wednesday, 31-Dec-69 23:59:59 GMT", "Wed, 31 Dec 1969 23:59:59 GMT"),
        ("Tuesday, 31-Dec-69 23:59:59 GMT", "Tue, 31 Dec 2069 23:59:59 GMT"), ("Sat Feb 29 12:00:00 2020", "Sat, 29 Feb 2020 12:00:00 GMT"),
        ("Monday, 29-Feb-16 12:00:00 GMT", "Mon, 29 Feb 2016 12:00:00 GMT"), ("Friday, 01-Jan-99 00:00:00 GMT", "Fri, 01 Jan 1999 00:00:00 GMT"),
        ("Saturday, 01-Jan-00 00:00:00 GMT", "Sat, 01 Jan 2000 00:00:00 GMT"),
    ])
    func `the obsolete forms mean the same (RFC 9110 §5.6.7)`(text: String, same: String) {
        #expect(Timestamp(httpDate: text)?.httpDate == same)
    }

    @Test(arguments: [
        "Mon, 06 Nov 1994 08:49:37 GMT", "Monday, 06-Nov-94 08:49:37 GMT", "Mon Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, day, 06-Nov-94 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "Sun Nov  6 08:49:37 1994 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT", "Sun Nov 06 24:00:00 1994", "Sun Nov  ", "Sun", "Sunday", "Sunday, ",
    ])
    func `wrong weekdays and other forms are refused`(text: String) {
        #expect(Timestamp(httpDate: text) == nil)
    }

    @Test func `moments are counted with durations and stop at their ends`() {
        #expect((moment + .seconds(1)).microsecondsSinceEpoch == moment.microsecondsSinceEpoch + 1_000_000)
        #expect(moment - (moment - .milliseconds(5)) == .milliseconds(5))
        #expect(Timestamp(microsecondsSinceEpoch: .max) + .seconds(1) == Timestamp(microsecondsSinceEpoch: .max))
        #expect(Timestamp(secondsSinceEpoch: .min) - .seconds(1) == Timestamp(microsecondsSinceEpoch: .min))
        #expect(Timestamp(microsecondsSinceEpoch: -1).secondsSinceEpoch == -1)
    }

    @Test func `the learner's day depends on the zone`() {
        let late = Timestamp(iso8601: "2026-02-08T17:20:23Z")!
        #expect(late.date.description == "2026-02-08")
        #expect(late.date(offsetFromUTC: .seconds(9 * 3_600)).description == "2026-02-09")
        #expect(late.date(offsetFromUTC: .seconds(-18 * 3_600)).description == "2026-02-07")
    }

    @Test func `extreme moments are written without a trap`() {
        #expect(Timestamp(microsecondsSinceEpoch: .max).iso8601().hasPrefix("9999-12-31"))
        #expect(Timestamp(microsecondsSinceEpoch: .min).iso8601().hasPrefix("0000-01-01"))
        #expect(Timestamp.now() > Timestamp(iso8601: "2024-01-01T00:00:00")!)
    }
}
