import HTTPCore
import JSON
import Platform
import Web

/// `POST /oauth2/token`, `POST /oauth2/revoke`, `GET` and `POST /oauth2/userInfo`. What they answer is OAuth's, not our own shape.
struct TokenRoutes: Sendable {
    let server: AuthorizationServer
    /// Where passwords and signatures are made: it blocks.
    let workers: BlockingPool
    let logger: Logger

    func register(on routes: RouteGroup) {
        let group: RouteGroup = routes.group(tags: ["oauth"], options: [.bodyLimit(bytes: 32_768)])
        group.post(HostedPath.token.rawValue, summary: "Tokens for a code or a refresh token", options: [.answers(.badRequest)], token)
        group.post(HostedPath.revoke.rawValue, summary: "Ends the session of a refresh token", options: [.answers(.badRequest)], revoke)
        let bearer: [RouteOption] = [.answers(.unauthorized), .answers(.forbidden)]
        group.get(HostedPath.userInfo.rawValue, summary: "Who has an access token", options: bearer, userInfo)
        group.post(HostedPath.userInfo.rawValue, summary: "Who has an access token", options: bearer, userInfo)
    }

    func token(context: RequestContext) async throws -> Response {
        do throws(OAuthError) {
            let request = try TokenRequest(form: try await form(of: context))
            let (tokens, scopes) = try await working { (server) throws(OAuthError) in try server.tokens(for: request) }
            return Self.answer(Self.document(tokens, scopes))
        } catch {
            return refusal(error, context)
        }
    }

    func revoke(context: RequestContext) async throws -> Response {
        do throws(OAuthError) {
            guard let given = Parameters(try await form(of: context)), given.repeated.isEmpty, let token = given["token"] else {
                throw OAuthError(.invalidRequest, "Send token and client_id in the form, each once.")
            }
            guard let client = given["client_id"], given["client_secret"] == nil else { throw TokenRequest.client }
            try await working { (server) throws(OAuthError) in try server.revoke(token, client: client) }
            return Response(fields: [.cacheControl: "no-store"])
        } catch {
            return refusal(error, context)
        }
    }

    func userInfo(context: RequestContext) async throws -> Response {
        let header = context.request.fields.all(.authorization)
        guard header.count == 1, header[0].lowercased().hasPrefix("bearer "), header[0].utf8.count <= 8_192 else {
            return OAuthError(.invalidRequest, "Send the access token in Authorization: Bearer.").bearerResponse
        }
        let token = String(header[0].dropFirst(7))
        do throws(OAuthError) {
            return Self.answer(try await working { (server) throws(OAuthError) in try server.userInfo(token) })
        } catch {
            return error.bearerResponse
        }
    }

    /// The form of a client without a secret.
    private func form(of context: RequestContext) async throws(OAuthError) -> String {
        // A client that authenticates expects to be one that has a secret (RFC 6749 §2.3.1).
        guard !context.request.fields.contains(.authorization) else { throw TokenRequest.client }
        let type = context.request.fields[.contentType]?.split(separator: ";").first?.lowercased()
        guard type == "application/x-www-form-urlencoded" else {
            throw OAuthError(.invalidRequest, "Send a form: Content-Type application/x-www-form-urlencoded.")
        }
        do {
            return String(decoding: try await context.body(), as: UTF8.self)
        } catch {
            throw OAuthError(.invalidRequest, "The form is longer than 32 KiB or did not come whole.")
        }
    }

    private func working<Result: Sendable>(
        _ work: @escaping @Sendable (AuthorizationServer) throws(OAuthError) -> Result
    ) async throws(OAuthError) -> Result {
        do {
            return try await workers.run { [server] in
                Swift.Result { () throws(OAuthError) in try work(server) }
            }.get()
        } catch let error as OAuthError {
            throw error
        } catch {
            throw OAuthError(.temporarilyUnavailable, "Too much work is under way; try again in a moment.")
        }
    }

    /// RFC 6749 §5.1.
    private static func document(_ tokens: TokenSet, _ scopes: ScopeSet) -> JSONFragment {
        var members: [JSONFragment.Member] = []
        if let idToken = tokens.idToken { members.append(.init("id_token", .string(idToken))) }
        members.append(.init("access_token", .string(tokens.accessToken)))
        if let refreshToken = tokens.refreshToken { members.append(.init("refresh_token", .string(refreshToken))) }
        return .object(
            members + [.init("expires_in", .int(Int(tokens.lifetime.components.seconds))), .init("token_type", "Bearer"), .init("scope", .string(scopes.text))])
    }

    private static func answer(_ document: JSONFragment) -> Response {
        Response(
            fields: [.contentType: "application/json;charset=UTF-8", .cacheControl: "no-store", "Pragma": "no-cache"], body: .bytes(JSON.encode(document)))
    }

    private func refusal(_ error: OAuthError, _ context: RequestContext) -> Response {
        logger.log(error.code == .serverError ? .error : .info, "oauth.refused") { line in
            line.field("request_id", context.id)
            line.field("error", error.code.rawValue)
        }
        let hasCredentials = context.request.fields.contains(.authorization)
        return error.response(challenge: error.code == .invalidClient && hasCredentials ? "Basic realm=\"local-cloud\"" : nil)
    }
}
