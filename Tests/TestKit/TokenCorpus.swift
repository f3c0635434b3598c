import Glibc
import JSON

/// The tokens of Tests/Peers/tokens.json, made by hand in Tests/Peers/token_cases.py, with what PyJWT and joserfc say to them.
public struct TokenCorpus: Sendable {
    /// One token.
    public struct Case: Sendable, CustomStringConvertible {
        /// What kind of trick it is; empty for good ones.
        public let family: String
        /// What is special about it.
        public let name: String
        /// The token.
        public let token: String
        /// Why it is refused, `expired` or `InvalidTokenReason.description`; empty for good ones.
        public let reason: String
        /// Which of PyJWT and joserfc accept it.
        public let acceptedBy: [String]

        /// Family and name.
        public var description: String { family.isEmpty ? name : "\(family): \(name)" }

        init(_ fragment: JSONFragment) {
            family = fragment["family"]?.stringValue ?? ""
            name = fragment["name"]?.stringValue ?? ""
            token = fragment["token"]?.stringValue ?? ""
            reason = fragment["reason"]?.stringValue ?? ""
            acceptedBy = fragment["accepted_by"]?.arrayValue?.compactMap(\.stringValue) ?? []
        }
    }

    /// Read once.
    public static let recorded = TokenCorpus()

    /// Tokens to refuse.
    public let bad: [Case]
    /// Tokens to accept.
    public let good: [Case]
    /// What the pool publishes.
    public let keySet: [UInt8]
    /// `iss` of the pool.
    public let issuer: String
    /// Our client.
    public let clientID: String
    /// The moment all this is about, in seconds from 1970.
    public let now: Int64

    private init() {
        let document = (try? JSON.parse(Self.bytes())) ?? .null
        bad = document["bad"]?.arrayValue?.map(Case.init) ?? []
        good = document["good"]?.arrayValue?.map(Case.init) ?? []
        keySet = document["jwks"].map { JSON.encode($0) } ?? []
        issuer = document["issuer"]?.stringValue ?? ""
        clientID = document["client_id"]?.stringValue ?? ""
        now = Int64(document["now"]?.intValue ?? 0)
    }

    private static func bytes() -> [UInt8] {
        let path = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Peers/tokens.json"
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}
