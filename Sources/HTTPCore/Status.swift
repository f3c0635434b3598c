/// A response status (RFC 9110 §15).
public struct Status: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// Three digits, 100 to 599.
    public let code: UInt16

    /// Creates a status; a code outside 100…599 is our own mistake and traps.
    public init(_ code: Int) {
        precondition((100...599).contains(code), "a status code has three digits from 100 to 599")
        self.code = UInt16(code)
    }

    /// Creates a status from a literal.
    public init(integerLiteral code: Int) { self.init(code) }

    /// True for responses that never carry content (RFC 9110 §6.4.1): 1xx, 204 and 304.
    public var forbidsContent: Bool { code < 200 || code == 204 || code == 304 }

    /// The reason phrase of the registered codes, else an empty text.
    public var reason: StaticString {
        switch code {
        case 100: "Continue"
        case 101: "Switching Protocols"
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 411: "Length Required"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 416: "Range Not Satisfiable"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 426: "Upgrade Required"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 499: "Client Closed Request"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: ""
        }
    }
}

extension Status {
    /// 200
    public static var ok: Status { 200 }
    /// 201
    public static var created: Status { 201 }
    /// 202
    public static var accepted: Status { 202 }
    /// 204
    public static var noContent: Status { 204 }
    /// 304
    public static var notModified: Status { 304 }
    /// 400
    public static var badRequest: Status { 400 }
    /// 401
    public static var unauthorized: Status { 401 }
    /// 403
    public static var forbidden: Status { 403 }
    /// 404
    public static var notFound: Status { 404 }
    /// 405
    public static var methodNotAllowed: Status { 405 }
    /// 409
    public static var conflict: Status { 409 }
    /// 413
    public static var contentTooLarge: Status { 413 }
    /// 415
    public static var unsupportedMediaType: Status { 415 }
    /// 422
    public static var unprocessableContent: Status { 422 }
    /// 429
    public static var tooManyRequests: Status { 429 }
    /// 500
    public static var internalServerError: Status { 500 }
    /// 502
    public static var badGateway: Status { 502 }
    /// 503
    public static var serviceUnavailable: Status { 503 }
    /// 504
    public static var gatewayTimeout: Status { 504 }
}

extension Status: CustomStringConvertible {
    /// The code in digits.
    public var description: String { String(code) }
}
