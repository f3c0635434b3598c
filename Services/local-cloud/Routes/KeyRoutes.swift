import HTTPCore
import JSON
import Platform
import Web

/// `GET /_keys` and `POST /_keys/rotate`: which keys are published, and a new one in their turn. No part of AWS, which rotates by itself: here tests do.
struct KeyRoutes: Sendable {
    let pool: UserPool
    let workers: BlockingPool

    func register(on routes: RouteGroup) {
        let page: RouteGroup = routes.group("/_keys")
        page.use(OwnPagesOnly())
        page.get("", summary: "The identifiers of the published keys, the one that signs first", show)
        page.post("/rotate", summary: "Lets the next key sign and makes another", options: [.answers(.tooManyRequests)], rotate)
    }

    func show() async throws -> Response { Self.response(pool.publishedKeyIDs) }

    func rotate() async throws -> Response {
        do {
            return Self.response(try await workers.run { [pool] in try pool.rotateKeys() })
        } catch CognitoError.limitExceeded {
            throw HTTPError.tooManyRequests(
                "too-many-keys", "\(SigningKeys.maximumRetired) former keys are still published; wait for the overlap of one to end.",
                retryAfter: pool.configuration.keyOverlap)
        }
    }

    private static func response(_ ids: [String]) -> Response {
        let document: JSONFragment = ["keys": .array(ids.map { .string($0) })]
        return Response(fields: [.contentType: "application/json", .cacheControl: "no-store"], body: .bytes(JSON.encode(document)))
    }
}
