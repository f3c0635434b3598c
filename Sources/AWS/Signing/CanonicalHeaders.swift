/// The header fields that are signed: small letters, sorted, fields of one name joined by a comma, white space trimmed.
struct CanonicalHeaders {
    /// Names in small letters, separated by `;`.
    let names: String
    /// One line `name:value` for each name.
    let lines: String

    /// Hop-by-hop fields and those that proxies and tracers change on the way. Source: botocore's `SIGNED_HEADERS_BLACKLIST`.
    private static let unsigned: Set<String> = [
        "authorization", "baggage", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "traceparent", "tracestate",
        "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]

    /// All fields of a request that are fit for signing, and its host.
    init(of request: SigningRequest) {
        var values = Self.values(of: request) { !Self.unsigned.contains($0) }
        if values["host"] == nil { values["host"] = [request.host] }
        self.init(values, values.keys.sorted())
    }

    /// Exactly the fields that a signature names; nil when one of them is missing.
    init?(of request: SigningRequest, named names: [String]) {
        let wanted = Set(names)
        let values = Self.values(of: request) { wanted.contains($0) }
        guard values.count == wanted.count else { return nil }
        self.init(values, names)
    }

    private init(_ values: [String: [String]], _ names: [String]) {
        self.names = names.joined(separator: ";")
        lines = names.map { "\($0):\(values[$0, default: []].joined(separator: ","))\n" }.joined()
    }

    private static func values(of request: SigningRequest, where isSigned: (String) -> Bool) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for header in request.headers {
            let name = header.name.lowercased()
            if isSigned(name) { values[name, default: []].append(trimmed(header.value)) }
        }
        return values
    }

    /// No white space around, and single spaces within.
    private static func trimmed(_ value: String) -> String {
        value.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) }.joined(separator: " ")
    }
}
