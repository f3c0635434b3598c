import Crypto
import Testing

@Suite struct `RS256` {
    private let message = Array(Vectors.message.utf8)
    private let modulus = hex(Vectors.modulus)
    private let privateKey: RSAPrivateKey
    private let publicKey: RSAPublicKey

    init() throws {
        privateKey = try RSAPrivateKey(pem: pem("PRIVATE KEY", Vectors.pkcs8))
        publicKey = try RSAPublicKey(modulus: hex(Vectors.modulus), exponent: [1, 0, 1])
    }

    @Test func `a signature made by another implementation is valid`() {
        #expect(publicKey.isValidRS256(signature: hex(Vectors.signature), for: message))
    }

    @Test func `our signature is the same, byte for byte`() throws {
        #expect(try privateKey.signRS256(message) == hex(Vectors.signature))
    }

    @Test func `another padding and another digest are refused`() {
        #expect(!publicKey.isValidRS256(signature: hex(Vectors.pssSignature), for: message))
        #expect(!publicKey.isValidRS256(signature: hex(Vectors.sha512Signature), for: message))
    }

    @Test func `every altered byte of the signature and of the message is noticed`() {
        let signature = hex(Vectors.signature)
        for index in signature.indices {
            var altered = signature
            altered[index] ^= 1
            #expect(!publicKey.isValidRS256(signature: altered, for: message))
        }
        for index in message.indices {
            var altered = message
            altered[index] ^= 1
            #expect(!publicKey.isValidRS256(signature: signature, for: altered))
        }
    }

    @Test(arguments: [0, 1, 255, 257, 4096])
    func `a signature of a wrong size is merely invalid`(size: Int) {
        #expect(!publicKey.isValidRS256(signature: [UInt8](repeating: 7, count: size), for: message))
    }

    @Test func `an empty message can be signed`() throws {
        #expect(publicKey.isValidRS256(signature: try privateKey.signRS256([]), for: [UInt8]()))
    }

    @Test func `a key tells the n and e of its JSON Web Key`() throws {
        #expect(publicKey.modulus == modulus)
        #expect(publicKey.exponent == [1, 0, 1])
        #expect(try privateKey.publicKey().modulus == modulus)
    }

    @Test func `leading zeros of n and e do not matter`() throws {
        let padded = try RSAPublicKey(modulus: [0] + modulus, exponent: [0, 1, 0, 1])
        #expect(padded.isValidRS256(signature: hex(Vectors.signature), for: message))
    }

    @Test(
        arguments: [
            ([], [1, 0, 1]), ([UInt8](repeating: 0xFF, count: 128), [1, 0, 1]), ([UInt8](repeating: 0xFF, count: 1025), [1, 0, 1]),
            ([UInt8](repeating: 0xFE, count: 256), [1, 0, 1]), ([UInt8](repeating: 0xFF, count: 256), []), ([UInt8](repeating: 0xFF, count: 256), [1]),
            ([UInt8](repeating: 0xFF, count: 256), [2]), ([UInt8](repeating: 0xFF, count: 256), [UInt8](repeating: 0xFF, count: 9)),
            ([1] + [UInt8](repeating: 0, count: 254) + [1], [0, 0, 0]),
        ] as [([UInt8], [UInt8])])
    func `unusable keys are refused`(modulus: [UInt8], exponent: [UInt8]) {
        #expect(throws: CryptoError.invalidKey) { try RSAPublicKey(modulus: modulus, exponent: exponent) }
    }

    @Test func `a new key signs, survives PEM and never prints itself`() throws {
        let key = try RSAPrivateKey.generate()
        let again = try RSAPrivateKey(pem: try key.pem())
        #expect(try key.signRS256(message) == again.signRS256(message))
        #expect(try key.publicKey().isValidRS256(signature: try again.signRS256(message), for: message))
        #expect(!publicKey.isValidRS256(signature: try key.signRS256(message), for: message))
        var dumped = "\(key) \(String(reflecting: key))"
        dump(key, to: &dumped)
        #expect(dumped.contains("«redacted»") && !dumped.contains("PRIVATE"))
    }

    @Test func `PKCS 1 and PKCS 8 are read, PKCS 8 is written`() throws {
        let old = try RSAPrivateKey(pem: pem("RSA PRIVATE KEY", Vectors.pkcs1))
        #expect(try old.pem() == pem("PRIVATE KEY", Vectors.pkcs8))
    }

    @Test(arguments: UnusablePEM.allCases)
    func `other keys are refused without asking for a passphrase`(kind: UnusablePEM) {
        #expect(throws: CryptoError.invalidKey) { try RSAPrivateKey(pem: kind.text) }
    }

    @Test func `sizes of new keys are bounded`() {
        #expect(throws: CryptoError.invalidParameter) { try RSAPrivateKey.generate(bits: 1024) }
    }

    @Test func `one key serves many tasks at once`() async {
        let signature = hex(Vectors.signature)
        let valid = await withTaskGroup(of: Int.self) { [publicKey, message] group in
            for _ in 0..<8 {
                group.addTask { (0..<50).count { _ in publicKey.isValidRS256(signature: signature, for: message) } }
            }
            return await group.reduce(0, +)
        }
        #expect(valid == 400)
    }
}

enum UnusablePEM: CaseIterable {
    case nothing, prose, cut, ellipticCurve, weak, encrypted, endless

    var text: String {
        switch self {
        case .nothing: ""
        case .prose: "no key"
        case .cut: pem("PRIVATE KEY", "AAAA")
        case .ellipticCurve: pem("PRIVATE KEY", Vectors.ellipticCurveKey)
        case .weak: pem("PRIVATE KEY", Vectors.weakKey)
        case .encrypted: pem("ENCRYPTED PRIVATE KEY", Vectors.encryptedPKCS8)
        case .endless: String(repeating: "-", count: 70_000)
        }
    }
}
