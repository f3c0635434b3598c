import JSON
import TestKit
import Testing

@testable import local_cloud

@Suite struct DeviceTests {
    private let fixture: PoolFixture

    init() throws {
        fixture = try PoolFixture()
        try fixture.learner()
    }

    private func signIn(on device: String? = nil) throws(CognitoError) -> TokenSet {
        try fixture.pool.signIn(name: "kaede@example.com", password: PoolFixture.password, client: PoolFixture.client, deviceKey: device)
    }

    private func confirmed(_ name: String = "Kaede's") throws -> (key: String, tokens: TokenSet) {
        let tokens = try signIn(), key = try #require(tokens.newDevice)
        let asks = try fixture.pool.confirmDevice(accessToken: tokens.accessToken, key: key, name: name, verifier: nil)
        #expect(asks)
        return (key, tokens)
    }

    @Test func `a new device gets a key, and a confirmed one is known again`() throws {
        let (key, tokens) = try confirmed()
        #expect(key.hasPrefix("us-east-1_") && UUIDText.isUUID(String(key.dropFirst(10))))
        fixture.clock.advance(by: .seconds(60))
        let again = try signIn(on: key)
        #expect(try again.newDevice == nil && Claims(again.accessToken)["device_key"] == .string(key))
        #expect(try Claims(tokens.accessToken)["device_key"] == nil)
        let device = try fixture.pool.device(accessToken: again.accessToken, key: key)
        #expect(device.authenticatedAt == fixture.clock.now() && device.name == "Kaede's" && !device.isRemembered)
    }

    @Test func `a key that is not the user's is as good as none`() throws {
        try fixture.learner("momiji@example.com")
        let (key, _) = try confirmed()
        let other = try fixture.pool.signIn(name: "momiji@example.com", password: PoolFixture.password, client: PoolFixture.client, deviceKey: key)
        #expect(other.newDevice != nil && other.newDevice != key)
        #expect(throws: CognitoError.noSuchDevice) { try fixture.pool.device(accessToken: other.accessToken, key: key) }
    }

    @Test func `only the device of the session can be confirmed, and once`() throws {
        let (key, tokens) = try confirmed(), stranger = try #require(try signIn().newDevice)
        for (key, problem) in [(stranger, CognitoError.noSuchDevice), (key, .deviceKeyExists)] {
            #expect(throws: problem) { try fixture.pool.confirmDevice(accessToken: tokens.accessToken, key: key, name: nil, verifier: nil) }
        }
    }

    @Test func `a forgotten device takes its sessions with it, and no others`() throws {
        let (key, tokens) = try confirmed(), here = try signIn(on: key), elsewhere = try signIn()
        try fixture.pool.remember(accessToken: here.accessToken, key: key, true)
        #expect(try fixture.pool.device(accessToken: here.accessToken, key: key).isRemembered)
        try fixture.pool.forgetDevice(accessToken: elsewhere.accessToken, key: key)
        for gone in [tokens, here] { #expect(throws: CognitoError.notAuthorized(.revokedRefreshToken)) { try fixture.refresh(gone) } }
        #expect(throws: CognitoError.noSuchDevice) { try fixture.pool.remember(accessToken: elsewhere.accessToken, key: key, true) }
        _ = try fixture.refresh(elsewhere)
        #expect(try fixture.pool.devices(accessToken: elsewhere.accessToken).isEmpty)
    }

    @Test func `the oldest of too many devices makes room`() throws {
        let keys = try (0...User.maximumDevices).map { _ in try confirmed().key }
        #expect(try fixture.pool.devices(accessToken: try signIn().accessToken).map(\.key) == Array(keys.dropFirst()))
    }
}
