import Testing

@testable import Guardrails

@Suite struct AnswerWindowTests {
    private static let prompt = ProtectedPrompt(
        "Always answer with exactly five words on the topic that the learner names, and give the reading in romaji.", canary: "kestrel-4921-violet")

    private static let answers: [String] = {
        let filler = (1...12).map { "The \($0). word is 水 (mizu), which means water; it is used every day. 毎日\($0)回水を飲みます。" }.joined(separator: "\n")
        return [
            filler, "short", "",
            "Hello <b>bold</b> world. " + filler + " See https://example.com/a?b=c or [this](http://x.example/y) and mail taro@example.com.",
            filler + " Call +81 90-1234-5678 or pay by 4111 1111 1111 1111. " + filler,
            "&lt;b&gt;x &amp;amp; <noun> 👨‍👩‍👧 ❤️ e\u{301} a\u{200B}b\r\n\r\n\r\nc <!-- x --> d<script>alert(1)</script>e",
            filler + " Run this in your terminal: ls. " + filler, filler + " The word is kestrel-\n4921-violet. " + filler,
            "-----BEGIN RSA PRIVATE KEY-----\n" + String(repeating: "MIIEabcdefghijklmnopqrstuvwxyz0123456789ABC\n", count: 20)
                + "-----END RSA PRIVATE KEY-----\nDone.",
            "h&#116;tps://evil.zz [a]: //evil ![x](//b) java script:alert(1) &am&#112;lt; 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👩‍🚀 1️⃣ 字\u{E0100}字\u{E0101} " + filler + " https://"
                + String(repeating: "a/", count: 1_500)
                + " https:<b></b>//x.de " + String(repeating: "b", count: 3_000) + "https://c.de",
            String(repeating: "あいうえお", count: 400), String(repeating: "loop again ", count: 100),
            "x" + String(repeating: "<", count: 50) + String(repeating: "[", count: 50) + String(repeating: "&", count: 50), filler + filler + filler,
            filler + " Fuck you. " + filler, String(repeating: "🇯🇵", count: 300) + " e" + String(repeating: "\u{301}", count: 20),
        ]
    }()

    /// A fixed sequence of piece lengths from a seed.
    private func pieces(_ text: String, seed: UInt64, longest: UInt64) -> [String] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1, rest = text.unicodeScalars[...], pieces: [String] = []
        while !rest.isEmpty {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let piece = rest.prefix(Int((state >> 33) % longest) + 1)
            pieces.append(String(String.UnicodeScalarView(piece)))
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    @Test(arguments: answers.indices, [1, 17, 400] as [UInt64])
    func `whatever the pieces, what is shown is the start of the whole verdict's text, and all of it at the end`(number: Int, longest: UInt64) throws {
        let guardrails = try #require(Shared.guardrails), text = Self.answers[number]
        for most in [8_000, 300] {
            let expected = ExpectedAnswer(protected: Self.prompt, maximumCharacters: most)
            let whole = guardrails.judge(answer: text, as: expected)
            for seed in 1...2 as ClosedRange<UInt64> {
                var window = AnswerWindow(guardrails, as: expected), shown = "", findings: Set<Finding> = [], refusal: Finding?
                for piece in pieces(text, seed: seed, longest: longest) {
                    let verdict = window.receive(piece)
                    if refusal != nil { #expect(verdict.text.isEmpty) }
                    shown += verdict.text
                    findings.formUnion(verdict.findings)
                    refusal = refusal ?? verdict.refusal
                    if refusal == nil, whole.refusal == nil { #expect(Array(whole.text.utf8).starts(with: shown.utf8)) }
                }
                let last = window.finish()
                shown += last.text
                findings.formUnion(last.findings)
                refusal = refusal ?? last.refusal
                #expect(refusal == whole.refusal)
                if whole.refusal == nil { #expect(shown == whole.text) }
                // Of what was cut off nothing need be told.
                if !whole.isCut { #expect(findings == Set(whole.findings)) }
                for secret in ["4921", "4111", "90-1234", "MIIE", "https://", "<b>", "terminal", "Fuck"] { #expect(!shown.contains(secret)) }
            }
        }
    }

    @Test func `an answer is shown while it comes`() throws {
        var window = AnswerWindow(try #require(Shared.guardrails), as: ExpectedAnswer()), held = 0, most = 0, shown = 0
        for number in 1...200 {
            let piece = "Sentence number \(number) speaks of things. "
            held += piece.count
            let count = window.receive(piece).text.count
            held -= count
            shown += count
            most = max(most, held)
        }
        #expect(shown > 6_000)
        #expect(most < 600)
    }

    @Test func `nothing of JSON is shown before its end`() throws {
        var window = AnswerWindow(try #require(Shared.guardrails), as: ExpectedAnswer(isJSON: true))
        #expect(window.receive(#"{"a": "b", "#).text.isEmpty)
        #expect(window.receive(#""c": 1}"#).text.isEmpty)
        #expect(window.finish().text == #"{"a": "b", "c": 1}"#)
    }

    @Test func `JSON without an end is held no longer than it may be long`() throws {
        var window = AnswerWindow(try #require(Shared.guardrails), as: ExpectedAnswer(maximumCharacters: 100, isJSON: true)), refused = false
        for _ in 0..<300 where !refused { refused = window.receive("[[[[[[[[[[").refusal?.family == .tooLong }
        #expect(refused)
    }

    @Test func `guardrails without rules let nothing pass`() {
        var reader = AnswerReader(nil, ExpectedAnswer())
        _ = reader.receive("hello")
        #expect(reader.finish().refusal?.family == .engineFailed)
    }
}
