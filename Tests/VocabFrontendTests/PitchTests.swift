import Testing

@testable import vocab_frontend

@Suite struct `A word's pitch` {
    @Test(arguments: [
        (0, "LHHH", PitchContour.Pattern.flat), (1, "HLLL", .first), (2, "LHLL", .middle), (3, "LHHL", .middle), (4, "LHHH", .last),
    ])
    func `rises after the first beat and falls after its accent`(accent: Int, drawn: String, pattern: PitchContour.Pattern) throws {
        let contour = try #require(PitchContour(reading: "たべもの", accent: accent))
        #expect(contour.beats.map { $0.isHigh ? "H" : "L" }.joined() == drawn)
        #expect(contour.beats.map(\.falls) == (1...4).map { $0 == accent })
        #expect(contour.pattern == pattern)
    }

    @Test func `goes by beats, not by signs`() throws {
        #expect(try #require(PitchContour(reading: "きょうしつ", accent: 0)).beats.map(\.kana) == ["きょ", "う", "し", "つ"])
    }

    @Test(arguments: [(nil, "ねこ"), (3, "ねこ"), (-1, "ねこ"), (0, "")] as [(Int?, String)])
    func `is not drawn where it is not known or cannot be`(accent: Int?, reading: String) { #expect(PitchContour(reading: reading, accent: accent) == nil) }
}
