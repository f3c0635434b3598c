import Platform

@testable import local_cloud

private let pool = PoolConfiguration(issuer: "http://localhost:4566/us-east-1_LocalPool", clientID: "web-client-local")

/// No query sends a learner to an address that is not the client's; what is understood is carried on as it was, and no form makes the reader trap.
func fuzzOAuth(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    do throws(AuthorizeRequest.Refusal) {
        let request = try AuthorizeRequest(query: text, for: pool)
        require(pool.callbackURLs.contains(request.redirectURI), "a code goes elsewhere: \(request.redirectURI)")
        require(request.location(code: "c").hasPrefix(request.redirectURI + "?code=c&state="), "a code goes elsewhere: \(request.location(code: "c"))")
        let carried = try? AuthorizeRequest(query: String(request.query.dropFirst()), for: pool)
        require(carried?.query == request.query && carried?.state == request.state && carried?.nonce == request.nonce, "a request changes on its way")
        require(request.query.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a request has bytes that no address may have")
    } catch {
        if case .sent(_, let address, let state) = error {
            require(pool.callbackURLs.contains(address), "an error goes elsewhere: \(address)")
            require(
                AuthorizeRequest.location(OAuthError.badGrant, to: address, state: state).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "an error has other bytes"
            )
        }
    }
    if let location = try? LogoutRoutes.location(text, pool) {
        require(
            location.hasPrefix("/login?") || pool.logoutURLs.contains { location == $0 || location.hasPrefix($0 + "?state=") },
            "signing out leads elsewhere: \(location)")
    }
    if case .code(_, _, let verifier, _)? = try? TokenRequest(form: text) { _ = ProofKey(challenge: verifier)?.isProven(by: verifier) }
    if let filter = try? UserFilter(text) { require((try? UserFilter(text)) == filter, "a filter reads differently the second time") }
}
