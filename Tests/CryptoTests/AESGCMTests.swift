import Testing

@testable import Crypto

@Suite struct `AES-256-GCM` {
    private let sealer: AESGCM

    init() throws { sealer = try AESGCM(key: Array(0..<32)) }

    @Test func `what another implementation sealed opens, and sealing gives the same bytes`() throws {
        let message = Array("秘密の言葉".utf8)
        let context = Array("session".utf8)
        #expect(try sealer.open(hex(Vectors.sealed), context: context) == message)
        #expect(try sealer.seal(message, context: context, nonce: Array(100..<112)) == hex(Vectors.sealed))
        #expect(try sealer.open(hex(Vectors.sealedNothing)) == [])
        #expect(try sealer.seal([], context: [], nonce: Array(100..<112)) == hex(Vectors.sealedNothing))
    }

    @Test func `test case 16 of the GCM specification comes out`() throws {
        let sealer = try AESGCM(key: hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))
        let message = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
        let nonce = hex("cafebabefacedbaddecaf888")
        let sealed = try sealer.seal(message, context: hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"), nonce: nonce)
        let body = "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        #expect(sealed == nonce + hex(body) + hex("76fc6ece0f4e1768cddf8853bb2d551b"))
    }

    @Test func `every altered byte, a cut, another key and another context are noticed`() throws {
        let sealed = try sealer.seal(Array("secret".utf8), context: [1])
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 0x80
            #expect(throws: CryptoError.authenticationFailed) { try sealer.open(altered, context: [1]) }
        }
        for count in 0..<sealed.count {
            #expect(throws: CryptoError.authenticationFailed) { try sealer.open(Array(sealed.prefix(count)), context: [1]) }
        }
        #expect(throws: CryptoError.authenticationFailed) { try sealer.open(sealed, context: [2]) }
        #expect(throws: CryptoError.authenticationFailed) { try sealer.open(sealed) }
        let other = try AESGCM(key: Array(1..<33))
        #expect(throws: CryptoError.authenticationFailed) { try other.open(sealed, context: [1]) }
    }

    @Test func `the same message is never sealed to the same bytes twice`() throws {
        let sealed = try (0..<100).map { _ in try sealer.seal([1, 2, 3]) }
        #expect(Set(sealed).count == 100)
        for one in sealed { #expect(try sealer.open(one) == [1, 2, 3]) }
    }

    @Test(arguments: [0, 16, 31, 33])
    func `keys of another size are refused`(size: Int) {
        #expect(throws: CryptoError.invalidKey) { try AESGCM(key: [UInt8](repeating: 0, count: size)) }
    }

    @Test func `a message that is too long is refused`() {
        #expect(throws: CryptoError.invalidParameter) { try sealer.seal([UInt8](repeating: 0, count: AESGCM.maximumMessageBytes + 1)) }
    }

    @Test func `a sealer never prints its key`() {
        var text = "\(sealer) \(String(reflecting: sealer))"
        dump(sealer, to: &text)
        #expect(!text.contains("31"))
    }
}
