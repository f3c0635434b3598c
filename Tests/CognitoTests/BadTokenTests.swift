import Cognito
import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A corpus of bad tokens` {
    private static let corpus = TokenCorpus.recorded

    private func fixture() throws -> VerifierFixture {
        let fixture = try VerifierFixture()
        fixture.publisher.answer(.success(HTTPClientResponse(status: 200, body: Self.corpus.keySet)))
        return fixture
    }

    @Test func `is for the pool of these tests, and has eight of each family at least`() {
        #expect(Self.corpus.issuer == UserPool.issuer && Self.corpus.clientID == UserPool.clientID && Self.corpus.now == UserPool.start)
        #expect(Self.corpus.bad.count >= 500 && Self.corpus.good.count >= 20)
        let families = Dictionary(grouping: Self.corpus.bad, by: \.family)
        #expect(families.count >= 21)
        for (family, cases) in families { #expect(cases.count >= 8, "\(family)") }
    }

    @Test(arguments: corpus.bad) func `is refused, each for its own reason`(bad: TokenCorpus.Case) async throws {
        let fixture = try fixture()
        let refusal = await fixture.refusal(bad.token)
        switch refusal {
        case .expired: #expect(bad.reason == "expired")
        case .invalid(let reason): #expect(reason.description == bad.reason)
        case .unavailable, nil: Issue.record("accepted, or not judged")
        }
        #expect(fixture.publisher.requests.allSatisfy { $0.url == UserPool.keySetURL }, "a token chose where its key is fetched")
        #expect(fixture.publisher.requests.count <= 1 && fixture.verifier.rememberedCount == 0)
    }

    @Test(arguments: corpus.good) func `has neighbours that are accepted`(good: TokenCorpus.Case) async throws {
        let fixture = try fixture()
        #expect(await fixture.refusal(good.token) == nil)
    }

    @Test func `is refused by one verifier too, good ones between, with a single look at the keys`() async throws {
        let fixture = try fixture(), good = Self.corpus.good
        for (place, bad) in Self.corpus.bad.enumerated() {
            #expect(await fixture.refusal(bad.token) != nil, "\(bad)")
            #expect(await fixture.refusal(good[place % good.count].token) == nil)
        }
        #expect(fixture.publisher.requests.count == 1 && fixture.verifier.rememberedCount == good.count)
    }
}

/// Both verify signature, `iss`, `exp`, `iat`, `nbf`, `token_use` and `client_id`, as their documentation and AWS's say (Tests/Peers/token_peers.py).
@Suite struct `Bad tokens, compared with PyJWT and joserfc` {
    /// What one or both accept and we refuse on purpose: the standards leave it open or to the application.
    private static let stricter: [(reasons: [String], why: String)] = [
        (["duplicate member"], "the last one counts for Python; readers differ, so RFC 7515 §4 and RFC 7519 §4 let a reader refuse"),
        (["forbidden header"], "both leave most of these unread; Cognito sends none, and refusing them leaves no road to a key of the token's own"),
        (["wrong token type", "wrong type: typ"], "explicit typing (RFC 8725 §3.11) is for the application"),
        (["wrong type"], "both look at the claims they verify only, and take true for 1; we look at those we use"),
        (["malformed time"], "fractions and texts of digits are read by both; Cognito writes whole seconds"),
        (["lifetime too long", "issued after expiry"], "neither compares iat with exp"),
        (["malformed claim", "missing claim: sub", "missing claim: username"], "names are for the application"),
        (["wrong client"], "aud beside client_id is for the application"),
        (["unknown key"], "both use weak keys, and PyJWT those for other things, with a warning at most"),
        (["malformed JSON"], "Python guesses UTF-16, takes NaN, byte order marks and half surrogates, and nests deeper"),
        (["malformed base64url: signature"], "PyJWT takes bits left over (RFC 4648 §3.5)"),
        (["too long", "header too long", "too many members"], "neither has bounds as narrow"),
    ]

    @Test(arguments: TokenCorpus.recorded.bad) func `are refused by them, where we are not stricter on purpose`(bad: TokenCorpus.Case) {
        #expect(bad.acceptedBy.isEmpty || Self.stricter.contains { $0.reasons.contains { bad.reason.hasPrefix($0) } }, "accepted by \(bad.acceptedBy)")
    }

    @Test func `are refused by us alone only as stated, nothing of it idle`() {
        let reasons = TokenCorpus.recorded.bad.filter { !$0.acceptedBy.isEmpty }.map(\.reason)
        for stated in Self.stricter.flatMap(\.reasons) { #expect(reasons.contains { $0.hasPrefix(stated) }, "\(stated)") }
    }

    /// joserfc refuses header members it does not know, which RFC 7515 §4 says to ignore.
    @Test(arguments: TokenCorpus.recorded.good) func `have neighbours they accept, too`(good: TokenCorpus.Case) {
        #expect(good.acceptedBy == (good.name == "an unknown header" ? ["PyJWT"] : ["PyJWT", "joserfc"]))
    }
}
