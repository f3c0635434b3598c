/// The name of a header or trailer field; compared without regard to case (RFC 9110 §5.1).
public struct FieldName: Sendable {
    /// The name in the case it is sent in.
    public let text: String

    /// Creates a name from a token; anything else is our own mistake and traps.
    public init(_ text: String) {
        precondition(text.utf8.count > 0 && text.utf8.allSatisfy(FieldSyntax.isTokenByte), "a field name is a token")
        self.text = text
    }

    init(trusted text: String) { self.text = text }

    // Computed: literals up to 15 bytes are stored inline, and a global would cost a lazy-initialisation check at each use.
    /// Accept
    public static var accept: FieldName { .init(trusted: "Accept") }
    /// Accept-Encoding
    public static var acceptEncoding: FieldName { .init(trusted: "Accept-Encoding") }
    /// Accept-Ranges
    public static var acceptRanges: FieldName { .init(trusted: "Accept-Ranges") }
    /// Access-Control-Request-Headers
    public static var accessControlRequestHeaders: FieldName { .init(trusted: "Access-Control-Request-Headers") }
    /// Access-Control-Request-Method
    public static var accessControlRequestMethod: FieldName { .init(trusted: "Access-Control-Request-Method") }
    /// Access-Control-Allow-Origin
    public static var accessControlAllowOrigin: FieldName { .init(trusted: "Access-Control-Allow-Origin") }
    /// Access-Control-Allow-Methods
    public static var accessControlAllowMethods: FieldName { .init(trusted: "Access-Control-Allow-Methods") }
    /// Access-Control-Allow-Headers
    public static var accessControlAllowHeaders: FieldName { .init(trusted: "Access-Control-Allow-Headers") }
    /// Access-Control-Allow-Credentials
    public static var accessControlAllowCredentials: FieldName { .init(trusted: "Access-Control-Allow-Credentials") }
    /// Access-Control-Expose-Headers
    public static var accessControlExposeHeaders: FieldName { .init(trusted: "Access-Control-Expose-Headers") }
    /// Access-Control-Max-Age
    public static var accessControlMaxAge: FieldName { .init(trusted: "Access-Control-Max-Age") }
    /// Allow
    public static var allow: FieldName { .init(trusted: "Allow") }
    /// Authorization
    public static var authorization: FieldName { .init(trusted: "Authorization") }
    /// Cache-Control
    public static var cacheControl: FieldName { .init(trusted: "Cache-Control") }
    /// Content-Disposition
    public static var contentDisposition: FieldName { .init(trusted: "Content-Disposition") }
    /// Content-Encoding
    public static var contentEncoding: FieldName { .init(trusted: "Content-Encoding") }
    /// Connection
    public static var connection: FieldName { .init(trusted: "Connection") }
    /// Content-Length
    public static var contentLength: FieldName { .init(trusted: "Content-Length") }
    /// Content-Range
    public static var contentRange: FieldName { .init(trusted: "Content-Range") }
    /// Content-Type
    public static var contentType: FieldName { .init(trusted: "Content-Type") }
    /// Content-Security-Policy
    public static var contentSecurityPolicy: FieldName { .init(trusted: "Content-Security-Policy") }
    /// Cookie
    public static var cookie: FieldName { .init(trusted: "Cookie") }
    /// Date
    public static var date: FieldName { .init(trusted: "Date") }
    /// ETag
    public static var etag: FieldName { .init(trusted: "ETag") }
    /// Expect
    public static var expect: FieldName { .init(trusted: "Expect") }
    /// Host
    public static var host: FieldName { .init(trusted: "Host") }
    /// If-Match
    public static var ifMatch: FieldName { .init(trusted: "If-Match") }
    /// If-Modified-Since
    public static var ifModifiedSince: FieldName { .init(trusted: "If-Modified-Since") }
    /// If-None-Match
    public static var ifNoneMatch: FieldName { .init(trusted: "If-None-Match") }
    /// If-Range
    public static var ifRange: FieldName { .init(trusted: "If-Range") }
    /// If-Unmodified-Since
    public static var ifUnmodifiedSince: FieldName { .init(trusted: "If-Unmodified-Since") }
    /// Last-Modified
    public static var lastModified: FieldName { .init(trusted: "Last-Modified") }
    /// Location
    public static var location: FieldName { .init(trusted: "Location") }
    /// Origin
    public static var origin: FieldName { .init(trusted: "Origin") }
    /// Range
    public static var range: FieldName { .init(trusted: "Range") }
    /// Retry-After
    public static var retryAfter: FieldName { .init(trusted: "Retry-After") }
    /// Set-Cookie
    public static var setCookie: FieldName { .init(trusted: "Set-Cookie") }
    /// traceparent (W3C Trace Context §3.2)
    public static var traceparent: FieldName { .init(trusted: "traceparent") }
    /// Transfer-Encoding
    public static var transferEncoding: FieldName { .init(trusted: "Transfer-Encoding") }
    /// User-Agent
    public static var userAgent: FieldName { .init(trusted: "User-Agent") }
    /// Vary
    public static var vary: FieldName { .init(trusted: "Vary") }
    /// WWW-Authenticate
    public static var wwwAuthenticate: FieldName { .init(trusted: "WWW-Authenticate") }
    /// X-Forwarded-For
    public static var xForwardedFor: FieldName { .init(trusted: "X-Forwarded-For") }
    /// X-Request-Id
    public static var xRequestID: FieldName { .init(trusted: "X-Request-Id") }
}

extension FieldName: ExpressibleByStringLiteral {
    /// Creates a name from a literal token.
    public init(stringLiteral text: String) { self.init(text) }
}

extension FieldName: Hashable {
    /// Equal when the names differ in case at most.
    public static func == (left: FieldName, right: FieldName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8) { FieldSyntax.lowercased($0) == FieldSyntax.lowercased($1) }
    }

    /// Hashes the name in lower case.
    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(FieldSyntax.lowercased(byte)) }
    }
}

extension FieldName: CustomStringConvertible {
    /// The name in the case it is sent in.
    public var description: String { text }
}
