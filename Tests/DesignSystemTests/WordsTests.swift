import DesignSystem
import TestKit
import Testing

@Suite struct `Words in both languages` {
    private func text(_ message: DoorMessage, _ language: Language) -> String {
        var page = DoorPage(.signIn, product: .haiku, language: language)
        page.notice = message
        return page.response().text
    }

    @Test(arguments: messages("x").filter { $0 != .invalid("x") })
    func `every message is said in Japanese too`(message: DoorMessage) throws {
        let said = { (language: Language) in
            try #require(self.text(message, language).split(separator: "role=\"status\"><p>").dropFirst().first?.split(separator: "</p>").first)
        }
        let isJapanese = { (text: Substring) in text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) } }
        #expect(try isJapanese(said(.japanese)) && !isJapanese(said(.english)))
    }

    /// Buttons, labels and headings are not left in the other language: of English only names of products, addresses and the switch remain.
    @Test func `a Japanese page has no English words of ours`() {
        for page in pages(holding: "漢", in: .japanese) {
            let visible = page.text.drop { $0 != "漢" }.split(separator: "<").compactMap {
                $0.split(separator: ">", omittingEmptySubsequences: false).dropFirst().first
            }
            let words = visible.joined(separator: " ").split { !($0.isASCII && $0.isLetter) }
            let allowed: Set<Substring> = ["English", "Lang", "Portal", "JSON", "UTC", "A", "Z", "a", "z", "mai", "example", "jp", "lt", "gt", "amp", "quot"]
            #expect(Set(words).subtracting(allowed).isEmpty)
        }
    }
}
