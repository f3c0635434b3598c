import Platform
import Testing

@Suite struct `A secret` {
    private struct Settings {
        let password = Secret("hunter2-hunter2")
        let key = Secret([1, 2, 3, 251] as [UInt8])
    }

    @Test func `prints itself nowhere`() {
        let settings = Settings()
        var text = "\(settings.password) \(settings) \(String(reflecting: settings)) \(String(describing: [settings.password]))"
        dump(settings, to: &text)
        text += Mirror(reflecting: settings.password).children.map { "\($0.value)" }.joined()
        #expect(text.contains("«redacted»"))
        #expect(!text.contains("hunter2") && !text.contains("1, 2, 3"))
    }

    @Test func `gives its value only when asked`() {
        #expect(Secret("word").reveal() == "word")
        #expect(Secret("12").map { Int($0) }.reveal() == 12)
    }

    @Test(arguments: [("", "", true), ("abc", "abc", true), ("abc", "abd", false), ("abc", "ab", false), ("é", "e\u{301}", false)])
    func `is equal byte by byte`(left: String, right: String, isEqual: Bool) {
        #expect((Secret(left) == Secret(right)) == isEqual)
        #expect((Secret(Array(left.utf8)) == Secret(Array(right.utf8))) == isEqual)
    }
}
