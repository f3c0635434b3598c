import Encoding
import Testing

@Suite struct `A decimal` {
    @Test(arguments: ["0", "7", "-7", "1.50", "0.001", "-0.5", "1E+5", "1E-7", "12.340", "1.5E+10", "99999999999999999999999999999999999999", "0E+3"])
    func `is written as it was read`(text: String) { #expect(Decimal(text)?.description == text) }

    @Test(arguments: [("1e5", "1E+5"), (".5", "0.5"), ("5.", "5"), ("+1.5", "1.5"), ("00012.340", "12.340"), ("1E-6", "0.000001"), ("12e-2", "0.12")])
    func `has one way to be written`(text: String, written: String) { #expect(Decimal(text)?.description == written) }

    @Test(arguments: ["", ".", "-", "e5", "1e", "1e+", "1.2.3", " 1", "1 ", "1_0", "0x1", "NaN", "1e12345", "999999999999999999999999999999999999999"])
    func `is nothing else`(text: String) { #expect(Decimal(text) == nil) }

    @Test func `equals what means the same`() {
        #expect(Decimal("1.50") == Decimal("1.5") && Decimal("1e2") == Decimal("100") && Decimal("-0") == Decimal("0") && Decimal("1") != Decimal("10"))
        #expect(Set([Decimal("1.50"), Decimal("1.5"), Decimal("15e-1")]).count == 1)
    }

    @Test func `comes before larger ones, whatever the exponents`() throws {
        let sorted = ["-1e9", "-10", "-9.99", "-0.5", "0", "1e-300", "0.05", "0.5", "0.51", "5", "5.01", "10", "99e37", "1e300"]
        let values = try sorted.map { try #require(Decimal($0)) }
        for (place, value) in values.enumerated() {
            for (other, larger) in values.enumerated() { #expect((value < larger) == (place < other), "\(value) \(larger)") }
        }
    }
}

@Suite struct `A UUID` {
    private let text = "6a1b0f8e-6a0d-4c3d-9b0a-0123456789ab"

    @Test func `is read in each of its forms and written in one`() throws {
        for form in [text, text.uppercased(), "urn:uuid:" + text, "{\(text)}", text.replacing("-", with: "")] {
            let uuid = try UUID(parsing: form)
            #expect(uuid.description == text && uuid.high == 0x6a1b_0f8e_6a0d_4c3d && uuid.low == 0x9b0a_0123_4567_89ab)
        }
    }

    @Test(arguments: [
        ("", UUID.ParseError.length(0)), ("x", .character("x", at: 0)), ("猫", .character("猫", at: 0)), ("6a-1", .groupCount(2)),
        ("6a1b0f8e-6a0d-4c3d-9b0a-0123456789", .groupLength(4, expected: 12, found: 10)), ("{}", .groupCount(1)), ("urn:uuid:g", .character("g", at: 9)),
    ]) func `is nothing else, and says why`(text: String, reason: UUID.ParseError) {
        #expect(throws: reason) { try UUID(parsing: text) }
    }
}
