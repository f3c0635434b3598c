import Compression
import HTTPCore
import JSON
import TestKit
import Testing

@testable import local_cloud

@Suite struct TelemetryTests {
    private let fixture: CloudFixture

    init() throws { fixture = try CloudFixture() }

    /// A field with a length: `number`, then its bytes.
    private static func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] { [number << 3 | 2, UInt8(content.count)] + content }

    /// Two resources with two scopes of one span and of two, beside fields that do not matter.
    private static let export: [UInt8] = {
        let span = field(2, [0x08, 0x96, 0x01])
        let scope = field(2, field(1, [0x0A, 0x00]) + span), twice = field(2, span + span + [0x1D, 1, 2, 3, 4])
        return field(1, field(1, []) + scope + twice) + [0x11, 1, 2, 3, 4, 5, 6, 7, 8] + field(1, scope)
    }()

    private func post(_ path: String, _ body: [UInt8], _ type: String, _ fields: Fields = [:]) async throws -> TestResponse {
        var headers: Fields = [.contentType: type]
        headers.append(contentsOf: fields)
        return try await fixture.client.send(.post, path, headers: headers, body: .buffered(body))
    }

    @Test func `items are counted in protobuf, in JSON and through gzip`() async throws {
        #expect(TelemetryCount.items(protobuf: Self.export[...]) == 4)
        #expect(try await post("/v1/traces", Self.export, "application/x-protobuf").status == .ok)
        let zipped = Compressor.compress(Self.export, .gzip)
        #expect(try await post("/v1/logs", zipped, "application/x-protobuf", [.contentEncoding: "gzip"]).body.isEmpty)
        let json = #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{},{}]},{}]}]}"#
        #expect(try await post("/v1/metrics", Array(json.utf8), "application/json; charset=utf-8").text == "{}")
        let shown = try JSON.parse(try await fixture.client.get("/_telemetry").body)
        #expect(shown["signals"]?["traces"]?["items"] == 4 && shown["signals"]?["logs"]?["items"] == 4 && shown["signals"]?["metrics"]?["items"] == 2)
        #expect(shown["last"]?[0]?["signal"] == "metrics" && shown["last"]?.arrayValue?.count == 3)
    }

    @Test func `a broken message is refused wherever it breaks`() {
        for length in 1..<Self.export.count where TelemetryCount.items(protobuf: Self.export[..<length]) != nil {
            // Only whole fields are a message.
            #expect([Self.export.firstRange(of: [0x11, 1])!.lowerBound, Self.export.firstRange(of: [7, 8])!.upperBound].contains(length))
        }
    }

    @Test(arguments: [
        ("application/x-protobuf", "\u{07}", 400), ("application/json", "[]", 400), ("application/json", "{", 400), ("text/plain", "{}", 415),
        ("application/x-protobuf", "", 200),
    ])
    func `what is no export is told`(type: String, body: String, status: Int) async throws {
        #expect(try await post("/v1/traces", Array(body.utf8), type).status.code == UInt16(status))
    }

    @Test func `only the last exports are kept`() {
        let sink = TelemetrySink(capacity: 2)
        for items in 1...3 { sink.take(.init(signal: .logs, items: items, bytes: 1, receivedAt: fixture.clock.now())) }
        #expect(sink.last.map(\.items) == [3, 2] && sink.total(of: .logs) == .init(requests: 3, items: 6, bytes: 3))
    }
}
