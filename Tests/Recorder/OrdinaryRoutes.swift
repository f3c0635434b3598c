import Compression
import HTTPCore
import JSON
import Web
import WebSocketCore

/// What an ordinary service has: small answers, large ones, and each kind of input. All of it is below `/app`.
struct OrdinaryRoutes: Sendable {
    /// Larger than what the kernel keeps for a slow reader.
    private static let large = String(repeating: "0123456789abcdef", count: 262_144)

    /// Messages of ordinary length, compressed where the client likes.
    private static var socket: WebSocketOptions {
        var options = WebSocketOptions()
        options.compression = WebSocketCompression()
        options.limits.messageBytes = 65_536
        options.limits.fragmentCount = 1_000
        return options
    }

    func register(on routes: RouteGroup) {
        let routes = routes.group("/app")
        routes.get("/small", summary: "A constant text") { Text("small") }
        routes.get("/large", summary: "4 MiB") { Text(Self.large) }
        routes.post("/echo", summary: "A validated object, sent back", echo)
        routes.post("/form", summary: "A form", form)
        routes.post("/upload", summary: "A form with a file", upload)
        routes.post("/inflate", summary: "Compressed content, decompressed up to a bound", inflate)
        routes.webSocket("/websocket", socket: Self.socket) { socket in
            for try await message in socket { try await socket.send(message) }
        }
    }

    @Sendable private func echo(order: Body<Note>) async throws -> Note { order.value }
    @Sendable private func form(order: Form<Note>) async throws -> Note { order.value }
    @Sendable private func upload(order: Multipart<Note>) async throws -> Note { order.value }

    @Sendable private func inflate(context: RequestContext) async throws -> Text {
        let content = try await context.body()
        do throws(CompressionError) {
            return Text("\(try Decompressor.decompress(content, .gzip, limitBytes: 1_048_576).count)")
        } catch {
            throw HTTPError(.contentTooLarge, type: "content-too-large", detail: "\(error)")
        }
    }
}

struct Note: JSONObject {
    var name: String, score: Int, labels: [String: String]
    static let json = Object(
        "Note", { Self(name: $0, score: $1, labels: $2) }, Field("name", \.name, .length(1...100)), Field("score", \.score, default: 0),
        Field("labels", \.labels, default: [:]))
}
