public import Platform

/// Where a database is and how to reach it.
public struct PostgresConfiguration: Sendable {
    /// How the connection is protected.
    public enum Protection: Sendable, Equatable {
        /// Plain text; loopback and Unix sockets only.
        case none
        /// TLS without checking who answers; loopback only.
        case encrypted
        /// TLS with certificate and host name checked against the authorities in a PEM file.
        case verified(rootCertificatePath: String)
    }

    /// Name, numeric address, or absolute folder of a Unix socket.
    public private(set) var host: String
    /// 1…65535.
    public var port: Int
    /// Role.
    public var user: String
    /// The role's password; nil when a credentials closure gives it, or none is needed.
    public var password: Secret<String>?
    /// Database.
    public var database: String
    /// How the connection is protected.
    public private(set) var protection: Protection
    /// Shown in `pg_stat_activity`.
    public var applicationName = "app"
    /// Limits of a pool made with this configuration.
    public var limits = PostgresLimits()

    /// Creates a configuration.
    ///
    /// - Throws: `.insecure` when `protection` is less than `.verified` and `host` is not on this machine.
    public init(
        host: String, port: Int = 5432, user: String, password: Secret<String>? = nil, database: String, protection: Protection
    ) throws(PostgresConfigurationError) {
        if case .verified = protection {} else if !Self.isLocal(host) { throw .insecure }
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.database = database
        self.protection = protection
    }

    var isUnixSocket: Bool { Self.isSocketFolder(host) }
}

/// Why a database URL cannot be used. Holds nothing of the URL's password.
public enum PostgresConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Neither `postgres://` nor `postgresql://`.
    case scheme
    /// No host, and no `host=` in the query.
    case missingHost
    /// No user.
    case missingUser
    /// No database name in the path.
    case missingDatabase
    /// Not in 1…65535.
    case port
    /// A broken percent escape, or a character that cannot be where it is.
    case encoding
    /// A parameter that is not known here.
    case unknownParameter(String)
    /// Not one of disable, prefer, require, verify-full.
    case protectionMode(String)
    /// Outside loopback only `sslmode=verify-full` is allowed.
    case insecure

    /// A sentence for the person who configures the service.
    public var description: String {
        switch self {
        case .scheme: "a database URL starts with postgres:// or postgresql://"
        case .missingHost: "the database URL has no host"
        case .missingUser: "the database URL has no user"
        case .missingDatabase: "the database URL has no database name"
        case .port: "the database URL's port is not in 1…65535"
        case .encoding: "the database URL has a broken percent escape, or a character that must be escaped"
        case .unknownParameter(let name): "the database URL has the unknown parameter \(name.debugDescription)"
        case .protectionMode(let mode): "sslmode=\(mode) is none of disable, prefer, require, verify-full"
        case .insecure: "outside loopback the database URL needs sslmode=verify-full"
        }
    }
}
