import Testing

@testable import local_cloud

@Suite struct PasswordPolicyTests {
    @Test(arguments: [
        ("Ka-26!a", PasswordPolicy.Violation.tooShort), ("kaede-2026!", .lacksUppercase), ("KAEDE-2026!", .lacksLowercase),
        ("Kaede-kaede!", .lacksNumber), ("Kaede2026", .lacksSymbol),
    ])
    func `a password that breaks one rule is told which`(password: String, violation: PasswordPolicy.Violation) {
        #expect(PasswordPolicy().violation(of: password) == violation)
    }

    @Test(arguments: ["Kaede-2026!", "Aa1 aaaa", "Aa1`aaaa", "Aa1=aaaa", "Aa1\"aaaa", "Aa1\\aaaa"])
    func `a password that keeps every rule is taken`(password: String) {
        #expect(PasswordPolicy().violation(of: password) == nil)
    }

    @Test(arguments: ["Éaede-2026", "Aa1€aaaa", "Aa１-aaaa"])
    func `letters, digits and symbols outside Basic Latin do not count`(password: String) {
        #expect(PasswordPolicy().violation(of: password) != nil)
    }

    @Test func `the length is counted in characters, not in bytes`() {
        #expect(PasswordPolicy().violation(of: "Aa1!楓楓楓") == .tooShort)
        #expect(PasswordPolicy().violation(of: "Aa1!楓楓楓楓") == nil)
    }
}

@Suite struct EmailAddressTests {
    @Test(arguments: ["a@b.co", "Kaede.Test+jp@Example.COM", "x_y@a-b.c.d"])
    func `an address is kept in lower case`(text: String) {
        #expect(EmailAddress(text)?.text == text.lowercased())
    }

    @Test(arguments: ["", "a", "a@b", "@b.co", "a@", "a@b..co", ".a@b.co", "a b@c.de", "a@b@c.de", "<a@b.co>", "楓@b.co", "a@b.co\r\n", "a@.co"])
    func `what is no address is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func `an address longer than 128 bytes is refused`() {
        #expect(EmailAddress(String(repeating: "a", count: 60) + "@" + String(repeating: "b", count: 65) + ".co") == nil)
    }

    @Test func `where a code went is shown with most of it hidden`() {
        #expect(EmailAddress("demo@app-dw.net")?.masked == "d***@a***")
    }
}
