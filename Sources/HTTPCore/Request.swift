/// A request: a head that was read whole, and a body that may still be on its way.
public struct Request: Sendable {
    /// The method.
    public var method: Method
    /// The target.
    public var target: RequestTarget
    /// The minor version of HTTP/1.
    public var minorVersion: UInt8
    /// The header fields.
    public var fields: Fields
    /// The content.
    public var body: RequestBody
    /// The peer's numeric address: the client, or the last proxy before us.
    public var peer: String

    /// Creates a request; the server does, and so do tests.
    public init(method: Method, target: RequestTarget, minorVersion: UInt8 = 1, fields: Fields = [:], body: RequestBody = .empty, peer: String = "127.0.0.1") {
        self.method = method
        self.target = target
        self.minorVersion = minorVersion
        self.fields = fields
        self.body = body
        self.peer = peer
    }
}
