public import HTTPClient
public import HTTPServer
public import Platform
import Reactor

/// The settings every service reads from its environment.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `LISTEN` | addresses, separated by commas | required |
/// | `LOG_LEVEL` | debug, info, warning, error | info |
/// | `LAME_DUCK_SECONDS` | how long to go on accepting after SIGTERM, 0…120 | 5 |
/// | `DRAIN_SECONDS` | how long busy connections may finish, 0…115 | 30 |
/// | `TRUSTED_PROXY_HOPS` | proxies before us whose `X-Forwarded-For` is believed, 0…8 | 0 |
/// | `SHARE_PORT` | listen beside another process on the same port | false |
/// | `LOOPS` | event loops, 1…256 | one per core |
/// | `MAX_CONNECTIONS` | connections at once, 1…1,000,000 | 10,000 |
/// | `ALLOWED_ORIGINS` | origins that browsers may call from | none |
/// | `SWAGGER_UI_DIRECTORY` | folder with Swagger UI's files for `/docs` | no page |
/// | `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` | see `HTTPClientProxies` | none |
/// | `SSL_CERT_FILE` | a PEM file with the authorities that servers' certificates must come from | the system's |
public struct ServiceSettings: Sendable {
    /// Where and how to serve.
    public var server: ServerConfiguration
    /// Events below are not logged.
    public var logLevel: LogLevel
    /// Proxies before us whose word about the client's address is believed.
    public var trustedProxyHops: Int
    /// How many event loops to run.
    public var loopCount: Int
    /// Origins that may call with credentials from a browser.
    public var allowedOrigins: [String]
    /// Where Swagger UI's files lie; nil serves no `/docs`.
    public var swaggerDirectory: String?
    /// Through which proxies other servers are called.
    public var proxies: HTTPClientProxies
    /// A PEM file with the certificate authorities to trust, when other servers are called, instead of the system's.
    public var certificateAuthorities: String?

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        let addresses = environment.value(
            "LISTEN", expected: "numeric addresses with ports, such as 127.0.0.1:8000,[::1]:8000", placeholder: [SocketAddress]()
        ) { text in
            let parts = text.split(separator: ",")
            let addresses = parts.compactMap { SocketAddress($0.drop { $0 == " " }) }
            return addresses.isEmpty || addresses.count < parts.count ? nil : addresses
        }
        server = ServerConfiguration(addresses: addresses)
        server.lameDuck = .seconds(environment.int("LAME_DUCK_SECONDS", in: 0...120, default: 5))
        server.drainLimit = .seconds(environment.int("DRAIN_SECONDS", in: 0...115, default: 30))
        server.sharesPort = environment.bool("SHARE_PORT", default: false)
        server.connectionLimit = environment.int("MAX_CONNECTIONS", in: 1...1_000_000, default: 10_000)
        logLevel = environment.logLevel("LOG_LEVEL")
        trustedProxyHops = environment.int("TRUSTED_PROXY_HOPS", in: 0...8, default: 0)
        loopCount = environment.int("LOOPS", in: 1...256, default: EventLoopGroup.coreCount)
        allowedOrigins = environment.isSet("ALLOWED_ORIGINS") ? environment.list("ALLOWED_ORIGINS") : []
        swaggerDirectory = environment.optionalString("SWAGGER_UI_DIRECTORY")
        proxies = HTTPClientProxies(from: &environment)
        certificateAuthorities = environment.optionalString("SSL_CERT_FILE")
    }
}
