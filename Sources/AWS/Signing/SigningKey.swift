import Crypto
import Encoding
import Platform

/// The key that signs within one scope. Source: AWS, "Create a signed request", "Calculate the signature".
struct SigningKey: Sendable {
    private let bytes: Secret<[UInt8]>

    /// Four HMACs from the secret to the key.
    init(secret: Secret<String>, scope: SigningScope) {
        let steps = [scope.day, scope.region, scope.service, "aws4_request"]
        bytes = Secret(steps.reduce(Array("AWS4\(secret.reveal())".utf8)) { key, step in HMACSHA256.code(Array(step.utf8), key: key) })
    }

    /// 64 lower-case hexadecimal digits.
    func signature(of stringToSign: String) -> String {
        Hex.encode(HMACSHA256.code(Array(stringToSign.utf8), key: bytes.reveal()))
    }
}
