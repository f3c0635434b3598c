public import HTTPCore
public import Web

/// Speaks to an application in tests: in memory, or over a socket with the same calls.
public struct TestClient: Sendable {
    /// Carries one request to whoever answers.
    public typealias Transport = @Sendable (TestRequest) async throws -> TestResponse

    /// Fields sent with every request, for instance `Authorization`.
    public var headers: Fields
    private let transport: Transport
    /// Begins a request and leaves its answer open; nil where the transport cannot.
    let opening: (@Sendable (TestRequest) async throws -> any TestStream)?

    /// A client of any transport.
    public init(headers: Fields = [:], transport: @escaping Transport) {
        self.init(headers: headers, opening: nil, transport: transport)
    }

    init(headers: Fields, opening: (@Sendable (TestRequest) async throws -> any TestStream)?, transport: @escaping Transport) {
        self.headers = headers
        self.opening = opening
        self.transport = transport
    }

    /// A client of an application in memory: no socket, no serialisation.
    public init(_ application: Application, headers: Fields = [:], peer: String = "127.0.0.1") {
        let respond: Responder = { await application.respond(to: $0) }
        self.init(headers: headers, opening: { try await openInMemory($0, peer: peer, respond) }) { try await inMemory($0, peer: peer, respond) }
    }

    /// GET.
    public func get(_ target: String, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.get, target, headers: headers)
    }

    /// POST with a JSON text, or without a body.
    public func post(_ target: String, json: String? = nil, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.post, target, json: json, headers: headers)
    }

    /// PUT with a JSON text, or without a body.
    public func put(_ target: String, json: String? = nil, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.put, target, json: json, headers: headers)
    }

    /// PATCH with a JSON text.
    public func patch(_ target: String, json: String? = nil, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.patch, target, json: json, headers: headers)
    }

    /// DELETE.
    public func delete(_ target: String, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.delete, target, headers: headers)
    }

    /// Any method with a JSON text, or without a body.
    public func send(_ method: HTTPCore.Method, _ target: String, json: String?, headers: Fields = [:]) async throws -> TestResponse {
        var headers = headers
        if json != nil, !headers.contains(.contentType) { headers.append(.contentType, "application/json") }
        return try await send(method, target, headers: headers, body: json.map { .buffered(Array($0.utf8)) } ?? .empty)
    }

    /// Any request.
    public func send(_ method: HTTPCore.Method, _ target: String, headers: Fields = [:], body: RequestBody = .empty) async throws -> TestResponse {
        try await transport(request(method, target, headers: headers, body: body))
    }

    func request(_ method: HTTPCore.Method, _ target: String, headers: Fields, body: RequestBody) -> TestRequest {
        var fields = self.headers
        for (name, _) in headers { fields.remove(name) }
        fields.append(contentsOf: headers)
        return TestRequest(method: method, target: target, fields: fields, body: body)
    }
}

/// A request of a test.
public struct TestRequest: Sendable {
    /// The method.
    public var method: HTTPCore.Method
    /// The target as sent.
    public var target: String
    /// The header fields.
    public var fields: Fields
    /// The content.
    public var body: RequestBody
}
