import DesignSystem
import Testing

@Suite struct `Rules of a password` {
    @Test(arguments: [
        ("", PasswordRule.allCases), ("aA1!aA1!", []), ("aA1!aA1", [.length]), ("AAAA111!", [.lowercase]), ("aaaa111!", [.uppercase]), ("aaaaAAA!", [.number]),
        ("aaaaAAA1", [.symbol]), ("aaaA AAA1", []), (" aaaAAAA1", [.symbol]), ("aaaAAAA1 ", [.symbol]),
        ("ääÄÄ１１！！", [.lowercase, .uppercase, .number, .symbol]),
        ("aA1-aA1-", []), ("aA1§aA1§", [.symbol]), ("🀄🀄🀄🀄🀄aA1!", []), ("👨‍👩‍👧‍👦aA", [.number, .symbol]),
    ])
    func `are Cognito's`(password: String, broken: [PasswordRule]) { #expect(PasswordRule.broken(by: password) == broken) }

    /// Amazon Cognito developer guide, "Password policies".
    @Test(arguments: Array("^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-"))
    func `count every symbol of its list`(symbol: Character) { #expect(PasswordRule.symbol.isMet(by: String(symbol))) }
}
