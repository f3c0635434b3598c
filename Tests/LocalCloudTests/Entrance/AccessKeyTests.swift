import AWS
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct AccessKeyTests {
    private let keys = AccessKeys(CloudFixture.pair)
    private let end = UnixTime(seconds: 1_800_000_000)

    @Test func `temporary keys are known again by their name alone, also after a restart`() throws {
        let issued = keys.issue(until: end)
        #expect(issued.accessKey.hasPrefix("ASIA") && issued.accessKey.utf8.count == 20 && issued.expiration == end)
        #expect(AccessKeys(CloudFixture.pair).credentials(for: issued.accessKey) == issued)
        #expect(issued.secretKey.reveal().utf8.count == 40 && issued.sessionToken != nil)
    }

    @Test func `keys of another pair, changed names and unknown ones are nobody's`() throws {
        let name = keys.issue(until: end).accessKey
        #expect(AccessKeys(AccessKeys.makePair()).credentials(for: name) == nil)
        for place in 4..<20 {
            var changed = Array(name.utf8)
            changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(keys.credentials(for: String(decoding: changed, as: UTF8.self)) == nil)
        }
        for other in ["", "ASIA", "AKIAIOSFODNN7EXAMPLE", "ASIA0000000000000000", name + "AAAAAAAA"] { #expect(keys.credentials(for: other) == nil) }
    }

    @Test func `no two are alike`() { #expect(Set((0..<50).map { _ in keys.issue(until: end).accessKey }).count == 50) }

    @Test(arguments: [("", ""), ("fooba", "MZXW6YTB"), ("\u{0}\u{0}\u{0}\u{0}\u{0}", "AAAAAAAA")]) func `base32 is that of RFC 4648`(
        text: String, encoded: String
    ) {
        #expect(Base32.encode(Array(text.utf8)) == encoded && Base32.decode(encoded) == Array(text.utf8))
    }

    @Test func `the endpoint gives keys to whoever shows the token, and they open the door until they end`() async throws {
        let fixture = try CloudFixture([EchoService(kind: .polly)])
        #expect(try await fixture.client.get("/credentials").status == .forbidden)
        #expect(try await fixture.client.get("/credentials", headers: [.authorization: "another token"]).status == .forbidden)
        let answer = try JSON.parse(try await fixture.client.get("/credentials", headers: [.authorization: "the token of the task"]).body)
        let issued = AWSCredentials(
            accessKey: try #require(answer["AccessKeyId"]?.stringValue), secretKey: Secret(try #require(answer["SecretAccessKey"]?.stringValue)),
            sessionToken: Secret(try #require(answer["Token"]?.stringValue)))
        #expect(answer["Expiration"] == "2026-02-08T17:35:23Z")

        let call = { try await fixture.send(try fixture.signed("POST", "/", "polly", with: issued)) }
        #expect(try await call().status == .ok)
        let tokenless = AWSCredentials(accessKey: issued.accessKey, secretKey: issued.secretKey)
        #expect(try await fixture.send(try fixture.signed("POST", "/", "polly", with: tokenless))["x-amzn-ErrorType"] == "UnrecognizedClientException")
        fixture.clock.advance(by: .seconds(900))
        #expect(try await call()["x-amzn-ErrorType"] == "ExpiredTokenException")
    }

    @Test func `the pair is made once and then kept in its folder`() throws {
        let folder = TemporaryFolder()
        let made = try AccessKeyFile.pair(in: folder.path)
        #expect(made.accessKey.hasPrefix("AKIA") && made.accessKey.utf8.count == 20 && made.secretKey.reveal().utf8.count == 40)
        #expect(try AccessKeyFile.pair(in: folder.path) == made)
        try Files.replace("\(folder.path)/access-key.json", with: Array("{}".utf8))
        #expect(throws: StateError.self) { try AccessKeyFile.pair(in: folder.path) }
    }
}
