import Crypto
import Encoding

/// The text whose digest is signed. Source: AWS, "Create a signed request", step 1.
struct CanonicalRequest: Sendable, Equatable, CustomStringConvertible {
    let description: String

    init(method: String, path: String, query: String, headers: CanonicalHeaders, payload: String) {
        description = "\(method.uppercased())\n\(path)\n\(query)\n\(headers.lines)\n\(headers.names)\n\(payload)"
    }

    /// Step 3 of the same page: what the key signs.
    func stringToSign(_ date: SigningDate, _ scope: SigningScope) -> String {
        "\(SigV4Signer.algorithm)\n\(date.text)\n\(scope)\n\(Hex.encode(SHA256.hash(description)))"
    }
}
