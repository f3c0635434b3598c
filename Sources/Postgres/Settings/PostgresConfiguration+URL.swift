import Platform
import Reactor

extension PostgresConfiguration {
    /// Reads `postgres://user:password@host:port/database?sslmode=…&sslrootcert=…&host=/socket/folder&application_name=…`.
    ///
    /// User, password, database and parameters may be percent-encoded. Without `sslmode`, loopback is plain and everything else verified;
    /// without `sslrootcert`, the system's authorities count.
    public init(url: String) throws(PostgresConfigurationError) {
        let parts = try URLParts(url)
        let host = parts.parameters["host"] ?? parts.host
        guard !host.isEmpty else { throw .missingHost }
        guard !parts.user.isEmpty else { throw .missingUser }
        guard !parts.database.isEmpty else { throw .missingDatabase }
        try self.init(
            host: host, port: parts.port, user: parts.user, password: parts.password, database: parts.database,
            protection: try Self.protection(of: parts.parameters, host: host)
        )
        applicationName = parts.parameters["application_name"] ?? applicationName
    }

    /// libpq would take what follows a comma for another host.
    static func isSocketFolder(_ host: String) -> Bool { host.hasPrefix("/") && !host.contains(",") }

    /// True for Unix sockets, `localhost` and loopback addresses.
    static func isLocal(_ host: String) -> Bool {
        isSocketFolder(host) || host == "localhost" || SocketAddress(host: host, port: 0)?.isLoopback == true
    }

    private static func protection(of parameters: [String: String], host: String) throws(PostgresConfigurationError) -> Protection {
        let verified = Protection.verified(rootCertificatePath: parameters["sslrootcert"] ?? "/etc/ssl/certs/ca-certificates.crt")
        switch parameters["sslmode"] {
        case nil: return isLocal(host) ? .none : verified
        case "verify-full": return verified
        case "require": return .encrypted
        case "disable", "prefer": return .none
        case let mode?: throw .protectionMode(mode)
        }
    }
}
