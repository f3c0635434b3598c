import AWS
import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// `GET /credentials`: temporary keys, as the endpoint of an ECS task gives them to whoever shows the task's token.
///
/// Source: Amazon ECS developer guide, "Task IAM role"; AWS SDKs reference guide, "Container credential provider".
struct CredentialsRoutes: Sendable {
    let keys: AccessKeys
    /// What `Authorization` must hold.
    let token: Secret<String>
    /// How long the keys are good.
    let lifetime: Duration
    let clock: any WallClock

    func register(on routes: RouteGroup) {
        routes.get("/credentials", summary: "Temporary keys, as ECS gives them to a task", options: [.answers(.forbidden)], show)
    }

    func show(context: RequestContext) async throws -> Response {
        guard let shown = context.request.fields[.authorization], Secret(shown) == token else {
            throw HTTPError(.forbidden, type: "forbidden", detail: "Send the value of AWS_CONTAINER_AUTHORIZATION_TOKEN in Authorization.")
        }
        let issued = keys.issue(until: clock.now() + lifetime)
        return Response(fields: [.contentType: "application/json", .cacheControl: "no-store"], body: .bytes(JSON.encode(Self.document(issued))))
    }

    static func document(_ issued: AWSCredentials) -> JSONFragment {
        [
            "RoleArn": "arn:aws:iam::000000000000:role/local-cloud", "AccessKeyId": .string(issued.accessKey),
            "SecretAccessKey": .string(issued.secretKey.reveal()), "Token": .string(issued.sessionToken?.reveal() ?? ""),
            "Expiration": .string(Timestamp(secondsSinceEpoch: issued.expiration?.seconds ?? 0).iso8601()),
        ]
    }
}
