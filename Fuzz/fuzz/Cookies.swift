import HTTPCore

@testable import Web

/// No text of one cookie hides another before or after it, or makes one of its own name.
func fuzzCookies(_ input: [UInt8]) {
    let line = String(decoding: input.filter { FieldSyntax.isValueByte($0) && $0 != UInt8(ascii: ";") }, as: UTF8.self)
    let before = RequestContext(cookies: "known=1; " + line), after = RequestContext(cookies: line + "; known=2")
    require(before.cookies("known").first == "1", "a cookie is hidden by what follows it")
    require(after.cookies("known").last == "2", "a cookie is hidden by what precedes it")
    // It is one pair, whatever it holds, and may have this name itself.
    require(before.cookies("known").count <= 2 && after.cookies("known").count <= 2, "one cookie is read as several")
    let whole = RequestContext(cookies: String(decoding: input, as: UTF8.self))
    for value in whole.cookies("a") { require(!value.unicodeScalars.contains(";"), "a value goes on beyond its end: \(value)") }
}

private let emptyApplication = Application { _ in }

extension RequestContext {
    fileprivate convenience init(cookies: String) {
        guard let target = try? RequestTarget(parsing: "/") else { fatalError("there is a path /") }
        self.init(Request(method: .get, target: target, fields: [.cookie: cookies]), application: emptyApplication)
    }
}
