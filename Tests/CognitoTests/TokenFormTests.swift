import Cognito
import Crypto
import Encoding
import JSON
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The form of a token` {
    private let fixture: VerifierFixture

    init() throws { fixture = try VerifierFixture() }

    @Test(arguments: [#""rs256""#, #""RS384""#, #""PS256""#, #""ES256""#, #""""#])
    func `algorithms other than RS256 are refused`(algorithm: String) async throws {
        let token = try UserPool.token(header: UserPool.header.merging(["alg": algorithm]))
        #expect(await fixture.refusal(token) == .invalid(.unsupportedAlgorithm))
    }

    @Test func `an unsigned token and one signed with the public key as a password are refused`() async throws {
        let payload = UserPool.part(Array(UserPool.json(UserPool.access).utf8))
        let none = UserPool.part(Array(#"{"alg":"none","kid":"key-1"}"#.utf8)) + "." + payload
        #expect(await fixture.refusal(none + ".") == .invalid(.emptyPart(.signature)))
        #expect(await fixture.refusal(none + ".AAAA") == .invalid(.unsigned))
        let signed = UserPool.part(Array(#"{"alg":"HS256","kid":"key-1"}"#.utf8)) + "." + payload
        let code = HMACSHA256.code(Array(signed.utf8), key: try UserPool.firstKey.publicKey().modulus)
        #expect(await fixture.refusal(signed + "." + UserPool.part(code)) == .invalid(.symmetricAlgorithm))
    }

    @Test func `critical extensions are refused, whatever they are`() async throws {
        let token = try UserPool.token(header: UserPool.header.merging(["crit": #"["b64"]"#, "b64": "false"]))
        let refusal = await fixture.refusal(token)
        #expect(refusal == .invalid(.forbiddenHeader("b64")) || refusal == .invalid(.forbiddenHeader("crit")))
    }

    @Test(arguments: [nil, #""""#]) func `a header must name its key`(keyID: String?) async throws {
        let token = try UserPool.token(header: UserPool.header.merging(["kid": keyID]))
        #expect(await fixture.refusal(token) == .invalid(.missingHeader("kid")))
    }

    @Test(
        arguments: [
            ("", .emptyPart(.header)), ("[]", .notAnObject(.header)), ("{", .malformedJSON(.header, .expectedName)),
            (#"{"alg":7,"kid":"key-1"}"#, .wrongType("alg")), (#"{"kid":"key-1"}"#, .missingHeader("alg")),
            (#"{"alg":"RS256","kid":"key-1"}x"#, .malformedJSON(.header, .extraData)),
        ] as [(String, InvalidTokenReason)])
    func `a header that is not a token's is refused`(header: String, reason: InvalidTokenReason) async throws {
        #expect(await fixture.refusal(try UserPool.token(payload: UserPool.json(UserPool.access), header: header)) == .invalid(reason))
    }

    @Test(
        arguments: [
            ("[]", .notAnObject(.payload)), ("{", .malformedJSON(.payload, .expectedName)), ("{}", .missingClaim("iss")),
            ("\u{FEFF}{}", .malformedJSON(.payload, .byteOrderMark)), ("{} {}", .malformedJSON(.payload, .extraData)),
        ] as [(String, InvalidTokenReason)])
    func `a payload that is not a token's is refused`(payload: String, reason: InvalidTokenReason) async throws {
        #expect(await fixture.refusal(try UserPool.token(payload: payload, header: UserPool.json(UserPool.header))) == .invalid(reason))
    }

    @Test(
        arguments: [
            ("", .wrongPartCount), (".", .wrongPartCount), ("..", .emptyPart(.header)), ("...", .wrongPartCount), ("....", .encrypted),
            ("a.b.c", .malformedBase64(.header)), ("e30.b.c", .missingHeader("alg")),
            ("e30..e30", .emptyPart(.payload)), ("e30.e30.", .emptyPart(.signature)), ("日.本.語", .malformedBase64(.header)),
            ("Bearer e30.e30.e30", .malformedBase64(.header)), ("{}", .jsonSerialization),
        ] as [(String, InvalidTokenReason)])
    func `a text that is no token is refused`(text: String, reason: InvalidTokenReason) async {
        #expect(await fixture.refusal(text) == .invalid(reason))
    }

    @Test func `only one spelling of a token is accepted`() async throws {
        let token = try UserPool.token()
        for other in [token + "=", token + "==", " " + token, token + " ", token + "\n", token + ".", token.replacing("-", with: "+"), token.dropLast() + ""] {
            let refusal = await fixture.refusal(other)
            #expect(refusal != nil || other == token)
        }
        #expect(await fixture.refusal(token) == nil)
    }

    @Test func `a token longer than 8 KiB is refused before it is read`() async throws {
        let token = try UserPool.token(changing: ["padding": "\"" + String(repeating: "x", count: 7000) + "\""])
        #expect(token.utf8.count > 8192)
        #expect(await fixture.refusal(token) == .invalid(.tooLong))
        #expect(fixture.verifier.remembered(token) == nil)
        #expect(fixture.publisher.requests.isEmpty)
    }

    @Test func `a header longer than 1 KiB is refused`() async throws {
        let token = try UserPool.token(header: UserPool.header.merging(["padding": "\"" + String(repeating: "x", count: 1100) + "\""]))
        #expect(await fixture.refusal(token) == .invalid(.headerTooLong))
    }

    @Test func `a signature by another key, or of another token, is refused`() async throws {
        #expect(await fixture.refusal(try UserPool.token(key: UserPool.secondKey)) == .invalid(.badSignature))
        let first = try UserPool.token().split(separator: ".")
        let second = try UserPool.token(changing: ["sub": #""someone-else""#]).split(separator: ".")
        #expect(await fixture.refusal("\(first[0]).\(second[1]).\(first[2])") == .invalid(.badSignature))
    }

    @Test func `every bit of a token matters`() async throws {
        let token = Array(try UserPool.token().utf8)
        var random = SeededRandom(seed: 20_260_208)
        #expect(await fixture.refusal(String(decoding: token, as: UTF8.self)) == nil)
        for _ in 0..<3000 {
            let mutated = random.mutate(token)
            if mutated == token { continue }
            let text = String(decoding: mutated, as: UTF8.self)
            #expect(await fixture.refusal(text) != nil, "accepted: \(text)")
        }
        #expect(fixture.verifier.rememberedCount == 1)
    }

    @Test func `truly signed nonsense never traps`() async throws {
        let payload = Array(UserPool.json(UserPool.access).utf8)
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            let text = String(decoding: random.mutate(payload), as: UTF8.self)
            _ = await fixture.refusal(try UserPool.token(payload: text, header: UserPool.json(UserPool.header)))
        }
    }
}

extension SeededRandom {
    /// Replaces, removes, doubles or swaps a few bytes.
    fileprivate mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0..<3, using: &self) {
            let place = bytes.indices.randomElement(using: &self)!
            switch Int.random(in: 0..<4, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &self)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            default: bytes.swapAt(place, bytes.indices.randomElement(using: &self)!)
            }
        }
        return bytes
    }
}
