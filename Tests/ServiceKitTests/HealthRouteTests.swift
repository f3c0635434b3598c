import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import ServiceKit

@Suite struct `The probes` {
    private struct Away: Error, CustomStringConvertible { let description = "10.0.0.1 refused hunter2" }

    private let readiness = Readiness(clock: ManualClock())

    private var client: TestClient {
        TestClient(Application { routes in HealthRoutes(readiness: readiness).register(on: &routes) })
    }

    @Test(arguments: ["/api/health", "/health"]) func `of health say so as JSON`(path: String) async throws {
        let response = try await client.get(path)
        #expect(response.status == .ok && response[.contentType] == "application/json")
        #expect(response.text == #"{"status":"healthy"}"#)
    }

    @Test(arguments: ["/healthz", "/_stcore/health"]) func `of health say so as text`(path: String) async throws {
        let response = try await client.get(path)
        #expect(response.status == .ok && response.text == "ok")
        #expect(response[.contentType]?.hasPrefix("text/plain") == true)
    }

    @Test(arguments: ["/api/health", "/health", "/healthz", "/_stcore/health", "/api/ready"]) func `answer HEAD too`(path: String) async throws {
        let response = try await client.send(.head, path)
        #expect(response.status == .ok && response.body.isEmpty)
    }

    @Test func `of readiness answer an array with an object per dependency, never kept`() async throws {
        readiness.add("database") {}
        let response = try await client.get("/api/ready")
        #expect(response.status == .ok && response[.cacheControl] == "no-store")
        #expect(response.text == #"[{"name":"database","state":"ready","latency_ms":0.0}]"#)
    }

    @Test func `of readiness are 503 while a dependency is away, and tell no address and no error`() async throws {
        readiness.add("database") { throw Away() }
        readiness.add("model") {}
        let response = try await client.get("/api/ready")
        #expect(response.status == .serviceUnavailable && response[.cacheControl] == "no-store")
        #expect(response.text == #"[{"name":"database","state":"unavailable","latency_ms":0.0},{"name":"model","state":"ready","latency_ms":0.0}]"#)
        #expect(try await client.get("/api/health").status == .ok, "the process itself can serve")
    }

    @Test func `of readiness are 503 during the lame duck, those of health are not`() async throws {
        readiness.add("database") {}
        readiness.beginDraining()
        let response = try await client.get("/api/ready")
        #expect(response.status == .serviceUnavailable)
        #expect(response.text == #"[{"name":"database","state":"ready","latency_ms":0.0}]"#)
        for path in ["/api/health", "/health", "/healthz", "/_stcore/health"] { #expect(try await client.get(path).status == .ok) }
    }

    @Test func `are documented where people look for them`() async throws {
        let text = try await client.get("/openapi.json").text
        #expect(text.contains(#""/api/health""#) && text.contains(#""/api/ready""#) && !text.contains("/healthz"))
    }
}
