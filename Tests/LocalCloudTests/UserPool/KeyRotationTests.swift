import Crypto
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct KeyRotationTests {
    @Test func `the next key is published before it signs, and the former one as long as its tokens live`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let before = fixture.pool.publishedKeyIDs, token = try fixture.signIn().accessToken
        let after = try fixture.pool.rotateKeys()
        #expect(before.count == 2 && after.count == 3 && after[0] == before[1] && after[2] == before[0])
        #expect(try Claims(fixture.signIn().accessToken).header["kid"] == .string(after[0]))
        #expect(try fixture.pool.user(accessToken: token).email.text == "kaede@example.com")
        fixture.clock.advance(by: fixture.pool.configuration.keyOverlap)
        #expect(fixture.pool.publishedKeyIDs == Array(after.prefix(2)))
    }

    @Test func `a token of a key that is published no more is none of ours`() throws {
        var keys = try PoolFixture.keys()
        let now = UnixTime(seconds: 1_000), key = try SigningKeys.Key(.generate())
        try keys.rotate(following: key, overlap: .seconds(10), at: now)
        #expect(keys.published(at: now + .seconds(9)).count == 3 && keys.published(at: now + .seconds(10)).count == 2)
    }

    @Test func `keys do not pile up`() throws {
        var keys = try PoolFixture.keys()
        let now = UnixTime(seconds: 1_000), key = try SigningKeys.Key(.generate())
        for _ in 0..<SigningKeys.maximumRetired { try keys.rotate(following: key, overlap: .seconds(10), at: now) }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try keys.rotate(following: key, overlap: .seconds(10), at: now) }
        try keys.rotate(following: key, overlap: .seconds(10), at: now + .seconds(10))
        #expect(keys.retired.count == 1)
    }

    @Test func `a key that could not be written does not sign`() throws {
        let fixture = try PoolFixture(), before = fixture.pool.publishedKeyIDs
        fixture.store.isBroken.withLock { $0 = true }
        #expect(throws: CognitoError.self) { try fixture.pool.rotateKeys() }
        #expect(fixture.pool.publishedKeyIDs == before)
    }
}
