import HTTPCore
import Platform

// The errors that most routes know.
extension HTTPError {
    /// 404: there is no such thing, or it is not the caller's.
    public static func notFound(_ type: String, _ detail: String) -> HTTPError {
        HTTPError(.notFound, type: type, detail: detail)
    }

    /// 409: the request does not fit the present state.
    public static func conflict(_ type: String, _ detail: String) -> HTTPError {
        HTTPError(.conflict, type: type, detail: detail)
    }

    /// 403: the caller is known and may not.
    public static func forbidden(_ type: String, _ detail: String) -> HTTPError {
        HTTPError(.forbidden, type: type, detail: detail)
    }

    /// 401 with `Cache-Control: no-store` and a challenge (RFC 9110 §11.6.1), for instance `Bearer error="invalid_token"`.
    public static func unauthorized(
        _ detail: String = "Sign in and send the access token as a Bearer token.", type: String = "not-authenticated", challenge: String = "Bearer",
        debugDescription: String = ""
    ) -> HTTPError {
        HTTPError(.unauthorized, type: type, detail: detail, fields: [.wwwAuthenticate: challenge], debugDescription: debugDescription)
    }

    /// 503 with `Retry-After` in whole seconds, at least 1.
    public static func unavailable(_ type: String, _ detail: String, retryAfter: Duration, debugDescription: String = "") -> HTTPError {
        HTTPError(.serviceUnavailable, type: type, detail: detail, fields: [.retryAfter: retryAfterText(retryAfter)], debugDescription: debugDescription)
    }

    /// 429 with `Retry-After` in whole seconds, at least 1.
    public static func tooManyRequests(_ type: String, _ detail: String, retryAfter: Duration) -> HTTPError {
        HTTPError(.tooManyRequests, type: type, detail: detail, fields: [.retryAfter: retryAfterText(retryAfter)])
    }

    private static func retryAfterText(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return String(max(1, attoseconds > 0 ? seconds + 1 : seconds))
    }
}

// The errors the web layer makes itself.
extension HTTPError {
    static var routeNotFound: HTTPError {
        HTTPError(.notFound, type: "not-found", detail: "There is nothing at this address; compare the path with /openapi.json.")
    }

    static func methodNotAllowed(_ allow: String) -> HTTPError {
        HTTPError(.methodNotAllowed, type: "method-not-allowed", detail: "This address answers \(allow) only.", fields: [.allow: allow])
    }

    static var brokenPath: HTTPError {
        HTTPError(.badRequest, type: "bad-path", detail: "The path has a broken percent sequence or is not UTF-8; encode it again.")
    }

    static var deadlineExceeded: HTTPError {
        .unavailable("deadline-exceeded", "The answer took too long; try again in a moment.", retryAfter: .seconds(1))
    }

    /// The caller went away before there was an answer; nobody reads this, but the log does (nginx's 499).
    static var clientClosedRequest: HTTPError {
        HTTPError(499, type: "client-closed-request", detail: "The connection was closed before there was an answer.")
    }

    static var unexpected: HTTPError {
        HTTPError(.internalServerError, type: "internal-error", detail: "Something went wrong on our side; try again, and quote the request id if it stays so.")
    }

    init(_ error: BlockingPoolError) {
        self = .unavailable("busy", "Too much of this is under way; try again in a moment.", retryAfter: .seconds(1), debugDescription: "\(error)")
    }

    init(_ error: RequestBodyError) {
        switch error {
        case .tooLarge(let limitBytes):
            self.init(.contentTooLarge, type: "content-too-large", detail: "The body is too large; send at most \(limitBytes) bytes.")
        case .timedOut:
            self.init(408, type: "body-timed-out", detail: "The body did not arrive in time; send it again.")
        case .disconnected:
            self = .clientClosedRequest
        case .malformed(let error):
            self.init(error.status, type: "malformed-body", detail: "The body's chunked framing is broken.", debugDescription: "malformed body: \(error)")
        }
    }
}
