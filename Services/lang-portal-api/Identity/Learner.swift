import HTTPCore
import JSON
import Postgres
import ServiceKit
import Web

/// Whose data a statement is about: the `sub` of the access token, which user pools make a UUID. Every method of a store takes one.
struct Learner: Hashable, Sendable {
    /// The UUID as text.
    let id: String

    /// Nil when the text is not a UUID.
    init?(_ text: String) {
        guard TextFormat.uuid.holds(text) else { return nil }
        id = text
    }
}

extension Learner: PostgresEncodable {
    static var postgresType: PostgresType { .uuid }
    static var isBinary: Bool { false }
    func encode(into writer: inout ParameterWriter) { writer.write(id) }
}

extension Learner: RequestInput {
    static var isCredential: Bool { true }

    /// The signed-in learner; 401 without a valid token.
    static func resolve(in context: RequestContext) async throws -> Learner {
        let user = try await context.resolve(CurrentUser.self)
        guard let learner = Learner(user.id.text) else {
            throw SecurityScheme.cognito.invalid("The access token is not valid here; sign in again.", debugDescription: "the token's sub is not a UUID")
        }
        return learner
    }

    static func describe(in operation: inout Operation) {
        CurrentUser.describe(in: &operation)
        if !operation.method.isSafe { operation.mayAlsoAnswer(.conflict, "The account is being deleted.") }
    }
}
