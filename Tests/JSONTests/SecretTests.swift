import JSON
import Testing

private struct Account: JSONObject, Equatable {
    var name: String, credentials: Credentials?, others: [Credentials], named: [String: Credentials]
    static let json = Object(
        "Account", { Self(name: $0, credentials: $1, others: $2, named: $3) }, Field("name", \.name), Field("credentials", \.credentials),
        Field("others", \.others, default: []), Field("named", \.named, default: [:]))
}

private struct Wrapped: JSONWrapper, Equatable {
    var rawValue: Account
}

/// `hunter22` is a secret wherever it lies, whatever is wrong around it.
@Suite struct `A secret` {
    private static let credentials = #"{"email":"a@b.example","password":"hunter22"}"#

    @Test(arguments: [
        #"{"credentials":\#(credentials)}"#, #"{"others":[\#(credentials)]}"#, #"{"named":{"a":\#(credentials)}}"#, #"{"others":\#(credentials)}"#,
        #"{"credentials":[\#(credentials)]}"#, #"{"named":[[\#(credentials)]]}"#, #"[\#(credentials)]"#, #"{"credentials":"hunter22"}"#, #""hunter22""#,
        #"{"others":"hunter22"}"#,
        #"{"credentails":\#(credentials)}"#, #"{"others":[{"account":\#(credentials)}]}"#,
        #"{"name":"x","credentials":{"email":"a@b.example","passwrod":"hunter22"}}"#,
        #"{"credentails":\#(credentials)}"#, #"{"others":[{"account":\#(credentials)}]}"#,
        #"{"name":"x","credentials":{"email":"a@b.example","password":["hunter22"]}}"#,
    ])
    func `is not echoed from any depth or place`(text: String) {
        for answer in [problems(Account.self, text), problems(Wrapped.self, text)] {
            #expect(answer.map { !$0.contains("hunter22") } == true, "\(answer ?? "")")
        }
    }

    @Test func `does not hide what lies beside it`() {
        #expect(problems(Account.self, #"{"name":["shown"],"credentials":\#(Self.credentials)}"#)?.contains("shown") == true)
        #expect(problems(Account.self, #"{"credentials":{"email":"shown","password":["hunter22"]}}"#)?.contains("shown") == true)
    }

    private func problems<Value: JSONValue>(_ type: Value.Type, _ text: String) -> String? {
        let invalid = #expect(throws: InvalidInput.self) { try Value.decode(json: Array(text.utf8)) }
        return invalid.map { String(decoding: $0.body, as: UTF8.self) }
    }
}
