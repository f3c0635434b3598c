import HTTPCore
import JSON
public import Web

/// The learner whose session's cookie the request brings: for routes that browsers call without an access token.
///
/// Every request that may change something must come from a page of ours and bring a token that only our pages can read, or it is a 403; so no route can
/// forget it. Services whose callers show access tokens take `CurrentUser`.
public struct SignedIn: Credential, Sendable {
    /// The session.
    public let session: SignedInSession

    /// The session's cookie.
    public static var scheme: SecurityScheme { .session }

    /// The session of the request, checked against forgery.
    public static func find(in context: RequestContext) async throws -> SignedIn? {
        let sessions = context.provided(LearnerSessions.self)
        do {
            guard let session = try await sessions.current(in: context) else { return nil }
            if !context.request.method.isSafe { try await sessions.checkForgery(of: .session(session), in: context) }
            return SignedIn(session: session)
        } catch let problem as SignInProblem {
            throw problem.httpError()
        }
    }

    /// 401, and 403 for writes.
    public static func describe(in operation: inout Operation) {
        operation.requires(LearnerSessions.self)
        operation.authenticate(scheme)
        operation.mayAnswer(.forbidden, "The request does not come from a page of ours.")
    }
}

extension SecurityScheme {
    /// The sealed session of a learner in a cookie.
    public static let session = SecurityScheme("session", .cookie("__Secure-session"), description: "The sealed session; set by signing in.")
}

/// Whoever looks at a page: signed in or not. Writes are checked against forgery all the same, or anybody's page could sign a visitor in as somebody else.
struct Visitor: RequestInput {
    let session: SignedInSession?

    static func resolve(in context: RequestContext) async throws -> Visitor {
        let sessions = context.provided(LearnerSessions.self)
        var session: SignedInSession?
        do throws(SignInProblem) {
            session = try await sessions.current(in: context)
        } catch {
            guard error == .sessionOver else { throw error.httpError() }
        }
        if !context.request.method.isSafe { try await sessions.checkForgery(of: .anybody(session), in: context) }
        return Visitor(session: session)
    }

    static func describe(in operation: inout Operation) {
        operation.requires(LearnerSessions.self)
        operation.mayAnswer(.forbidden, "The request does not come from a page of ours.")
    }

    static var isCredential: Bool { true }
}

extension LearnerSessions {
    /// Looks for the token in the field, then in the form.
    func checkForgery(of holder: ForgeryGuard.Holder, in context: RequestContext) async throws {
        var token = context.request.fields[FieldName(ForgeryGuard.fieldName)]
        if token == nil { token = try await Form<ForgeryForm>.resolve(in: context).value.token }
        do throws(HTTPError) {
            try forgery.check(token, of: holder, in: context)
        } catch {
            audit.record(.forgeryRefused, person: context.userID, requestID: context.id)
            throw error
        }
    }
}

private struct ForgeryForm: JSONObject {
    let tokens: [String]?
    /// Nil for two of them, of which one is not from us.
    var token: String? { tokens?.count == 1 ? tokens?.first : nil }

    static let json = Object("ForgeryForm", { Self(tokens: $0) }, Field(ForgeryGuard.formName, \.tokens))
}
