import HTTPClient
import HTTPServer
import Platform
import Reactor
import ServiceKit
import Testing

@Suite struct `A service's settings` {
    private static let variables = [
        "LISTEN": "127.0.0.1:8000, [::1]:8000", "LOG_LEVEL": "warning", "LAME_DUCK_SECONDS": "0", "DRAIN_SECONDS": "7", "TRUSTED_PROXY_HOPS": "1",
        "SHARE_PORT": "true", "LOOPS": "3", "MAX_CONNECTIONS": "500", "ALLOWED_ORIGINS": "https://a.test, https://b.test", "SWAGGER_UI_DIRECTORY": "/swagger",
        "HTTPS_PROXY": "http://proxy.test:3128", "SSL_CERT_FILE": "/ours.pem",
    ]

    @Test func `are read from the environment`() throws {
        var environment = EnvironmentReader(Self.variables)
        let settings = ServiceSettings(from: &environment)
        try environment.finish()
        #expect(settings.server.addresses.map(\.description) == ["127.0.0.1:8000", "[::1]:8000"])
        #expect(settings.logLevel == .warning && settings.server.lameDuck == .zero && settings.server.drainLimit == .seconds(7))
        #expect(settings.trustedProxyHops == 1 && settings.server.sharesPort && settings.loopCount == 3 && settings.server.connectionLimit == 500)
        #expect(settings.allowedOrigins == ["https://a.test", "https://b.test"] && settings.swaggerDirectory == "/swagger")
        #expect(settings.proxies.https != nil && settings.proxies.http == nil && settings.certificateAuthorities == "/ours.pem")
    }

    @Test func `have defaults for all but the addresses`() throws {
        var environment = EnvironmentReader(["LISTEN": "127.0.0.1:8000"])
        let settings = ServiceSettings(from: &environment)
        try environment.finish()
        #expect(settings.logLevel == .info && settings.server.lameDuck == .seconds(5) && settings.server.drainLimit == .seconds(30))
        #expect(settings.trustedProxyHops == 0 && !settings.server.sharesPort && settings.loopCount == EventLoopGroup.coreCount)
        #expect(settings.server.connectionLimit == 10_000 && settings.allowedOrigins.isEmpty && settings.swaggerDirectory == nil)
        #expect(settings.proxies.https == nil && settings.certificateAuthorities == nil)
    }

    @Test func `tell every problem at once`() throws {
        var environment = EnvironmentReader([
            "LOG_LEVEL": "loud", "LAME_DUCK_SECONDS": "121", "DRAIN_SECONDS": "-1", "TRUSTED_PROXY_HOPS": "9", "SHARE_PORT": "maybe", "LOOPS": "0",
            "MAX_CONNECTIONS": "1000001", "ALLOWED_ORIGINS": " , ", "COGNITO_ISSUER": "pool", "COGNITO_CLIENT_ID": ",",
        ])
        _ = ServiceSettings(from: &environment)
        _ = CognitoSettings(from: &environment)
        let error = try #require(throws: EnvironmentError.self) { try environment.finish() }
        #expect(
            error.problems.map(\.variable) == [
                "LISTEN", "LAME_DUCK_SECONDS", "DRAIN_SECONDS", "SHARE_PORT", "MAX_CONNECTIONS", "LOG_LEVEL", "TRUSTED_PROXY_HOPS", "LOOPS", "ALLOWED_ORIGINS",
                "COGNITO_ISSUER", "COGNITO_CLIENT_ID",
            ])
        #expect(error.problems[0].kind == .missing)
    }

    @Test(arguments: ["localhost:8000", "127.0.0.1", "127.0.0.1:8000,x", ",", "127.0.0.1:65536", "8000"])
    func `need numeric addresses with ports`(addresses: String) throws {
        var environment = EnvironmentReader(["LISTEN": addresses])
        _ = ServiceSettings(from: &environment)
        let error = try #require(throws: EnvironmentError.self) { try environment.finish() }
        #expect(error.problems.map(\.variable) == ["LISTEN"])
    }

    @Test func `name the user pool`() throws {
        var environment = EnvironmentReader(["COGNITO_ISSUER": "https://cognito-idp.us-east-1.amazonaws.com/pool", "COGNITO_CLIENT_ID": "web, phone"])
        let settings = CognitoSettings(from: &environment)
        try environment.finish()
        #expect(settings.issuer == "https://cognito-idp.us-east-1.amazonaws.com/pool" && settings.clientIDs == ["web", "phone"])
    }
}
