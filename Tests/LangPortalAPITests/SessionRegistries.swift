import HTTPCore
import Platform
import Postgres
import ServiceKit
import ServiceKitPostgres
import SignIn
import TestKit
import Web

@testable import lang_portal_api

/// The registries that are to do the same.
enum Registries: String, CaseIterable {
    case memory, postgres
    /// Postgres, asked over the portal's internal API.
    case portal, portalOverSocket

    func with(_ body: @Sendable (any SessionRegistry) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemorySessionRegistry())
        case .postgres: try await Self.withPostgres { registry, _ in try await body(registry) }
        case .portal: try await Self.withPortal(over: .memory, body)
        case .portalOverSocket: try await Self.withPortal(over: .socket, body)
        }
    }

    static func withPostgres(_ body: @Sendable (PostgresSessionRegistry, PostgresPool) async throws -> Void) async throws {
        try await PostgresFixture.with { fixture in
            _ = try await Migrator([PostgresSessionRegistry.migration(1)]).run(on: fixture.pool)
            try await body(PostgresSessionRegistry(fixture.pool), fixture.pool)
        }
    }

    private static func withPortal(over medium: TestClient.Medium, _ body: @Sendable (any SessionRegistry) async throws -> Void) async throws {
        try await withPostgres { registry, _ in
            try await TestClient.with(Portal.application(registry), over: medium) { client in
                try await body(PortalSessionRegistry(PortalCalls("http://portal.test:8000", keys: Portal.keys, client: client)))
            }
        }
    }
}

/// The internal routes alone, with learners' tokens of our own.
enum Portal {
    static let key = "new-key-0123456789"
    static let keys = ServiceKeys([Secret(key)])
    static let path = "/api/v1/lang-portal/internal/sessions"

    static func application(_ registry: any SessionRegistry, keys: ServiceKeys = keys) -> Application {
        Application { routes in
            SignedIn.provide(to: routes)
            routes.provide(keys)
            SessionRegistryRoutes(registry: registry).register(on: routes)
        }
    }
}

extension SessionEntry {
    static let noon = UnixTime(seconds: 1_770_571_223)

    /// A session that begins so many seconds after noon.
    static func number(_ number: Int, of subject: String = "a", begins: Int64 = 0) -> SessionEntry {
        let id = String(repeating: "0", count: 32 - String(number).count) + String(number), begin = noon + .seconds(begins)
        return SessionEntry(
            id: id, subject: subject, beganAt: begin, seenAt: begin, endsAt: begin + .seconds(86_400), device: "Firefox on Linux",
            sealedRefreshToken: "sealed-\(number)")
    }
}
