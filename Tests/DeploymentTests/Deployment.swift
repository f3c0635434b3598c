import Glibc
import JSON

/// `deploy/services.json`: what the AWS system and the local stack know of the services.
struct Deployment {
    /// The services by name.
    let services: [String: DeployedService]

    /// Reads the file of this checkout.
    init() throws {
        let document = try JSON.parse(Self.bytes("deploy/services.json"))
        services = Dictionary(uniqueKeysWithValues: (document.members ?? []).map { ($0.name, DeployedService($0.value)) })
    }

    /// Whether the checkout has a folder or file of this name.
    static func has(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

    private static func path(_ name: String) -> String { "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/" + name }

    private static func bytes(_ name: String) -> [UInt8] {
        guard let file = fopen(path(name), "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}

/// One service of the file.
struct DeployedService {
    let port: Int?
    let trustedProxyHops: Int?
    let healthPaths: [String?]
    /// Variables and their values, with the placeholders of the templates in them.
    let environment: [(name: String, value: String)]
    /// Variables whose values are secrets.
    let secrets: [String]
    /// What it may be given on a developer's machine besides.
    let localSettings: [String]

    init(_ fields: JSONFragment) {
        port = fields["port"]?.intValue
        trustedProxyHops = fields["trustedProxyHops"]?.intValue
        healthPaths = [fields["targetHealth"]?.stringValue, fields["containerHealth"]?.stringValue]
        environment = (fields["environment"]?.members ?? []).map { ($0.name, $0.value.stringValue ?? "") }
        secrets = (fields["secrets"]?.members ?? []).map(\.name)
        localSettings = (fields["localSettings"]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    /// The environment of its task, as CloudFormation and ECS fill it.
    var task: [String: String] {
        var task = Dictionary(uniqueKeysWithValues: environment.map { ($0.name, Self.filled($0.value)) })
        for name in secrets { task[name] = Self.secret(name) }
        return task
    }

    private static func filled(_ value: String) -> String {
        let values = [
            "region": "us-east-1", "domain": "app-dw.net", "namespace": "app-dw.internal", "sign_in": "https://auth.app-dw.net",
            "issuer": "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Abc123", "client": "4b9s0pexample", "guardrail": "gr4example",
            "guardrail_version": "3", "content_bucket": "genai-bootcamp-user-content", "admin_topic": "arn:aws:sns:us-east-1:123456789012:app-dw-admin",
        ]
        return values.reduce(value) { text, pair in text.split(separator: "{\(pair.key)}", omittingEmptySubsequences: false).joined(separator: pair.value) }
    }

    /// Of the form that Secrets Manager has it in.
    private static func secret(_ name: String) -> String {
        let host = "lang-portal-proxy.proxy-abc.us-east-1.rds.amazonaws.com:5432/lang_portal?sslmode=verify-full"
        return switch name {
        case "DATABASE_URL": "postgres://lang_portal_app@\(host)"
        case "MIGRATION_DATABASE_URL": "postgres://lang_portal_owner@\(host)"
        case "JWT_SECRET": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        default: String(repeating: "a1", count: 24)
        }
    }
}
