import Crypto
import Testing

@Suite struct `SHA-256, HMAC and scrypt` {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ])
    func `the digests of FIPS 180-4 come out`(message: String, digest: String) {
        #expect(SHA256.hash(message) == hex(digest))
        #expect(SHA256.hash(Array(message.utf8)) == hex(digest))
    }

    @Test func `a million letters hash to the value of FIPS 180-4`() {
        let digest = SHA256.hash([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest == hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"))
    }

    @Test func `digests as values are equal for equal texts only`() {
        #expect(SHA256.words("token") == SHA256.words("token"))
        #expect(SHA256.words("token") != SHA256.words("tokem"))
    }

    @Test(
        arguments: [
            (hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            ([UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (
                [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            ([], [], "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        ] as [([UInt8], [UInt8], String)])
    func `the codes of RFC 4231 come out, and that of an empty key`(key: [UInt8], message: [UInt8], code: String) {
        #expect(HMACSHA256.code(message, key: key) == hex(code))
        #expect(HMACSHA256.isValid(hex(code), for: message, key: key))
        #expect(!HMACSHA256.isValid(Array(hex(code).dropLast()), for: message, key: key))
        #expect(!HMACSHA256.isValid(hex(code), for: message + [0], key: key))
    }

    @Test func `scrypt gives the values of RFC 7914 and of another implementation`() throws {
        let rfc = try Scrypt(cost: 16, blockSize: 1, parallelization: 1).derive(password: [], salt: [], count: 64)
        #expect(rfc == hex("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"))
        let second = try Scrypt(cost: 1024, blockSize: 8, parallelization: 16).derive(password: Array("password".utf8), salt: Array("NaCl".utf8), count: 64)
        #expect(
            second == hex("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"))
        let third = try Scrypt(cost: 1024, blockSize: 8, parallelization: 2).derive(password: Array("パスワード".utf8), salt: Array("NaCl".utf8), count: 48)
        #expect(third == hex(Vectors.scrypt))
    }

    @Test(arguments: [(3, 8, 1), (0, 8, 1), (1 << 21, 8, 1), (1 << 20, 64, 1), (1024, 0, 1), (1024, 8, 65), (-1024, 8, 1)])
    func `scrypt refuses costs outside its bounds`(cost: Int, blockSize: Int, parallelization: Int) {
        #expect(throws: CryptoError.invalidParameter) {
            try Scrypt(cost: cost, blockSize: blockSize, parallelization: parallelization).derive(password: [1], salt: [2])
        }
    }

    @Test func `random bytes have the wanted number and do not repeat`() {
        #expect(SecureRandom.bytes(0) == [])
        #expect(SecureRandom.bytes(32).count == 32)
        #expect(Set((0..<1000).map { _ in SecureRandom.bytes(16) }).count == 1000)
    }

    @Test func `constant-time comparison agrees with equality`() {
        #expect(constantTimeEqual([], []))
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
    }
}
