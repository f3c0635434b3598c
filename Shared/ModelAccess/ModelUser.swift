public import LanguageModel
import Platform
import ServiceKit
public import Web

/// The signed-in learner as the gateway wants to know him: for routes that ask models.
public struct ModelUser: RequestInput, Sendable {
    /// The learner, and his token for ledgers behind another service's API.
    public let caller: ModelCaller
    /// The request that the call belongs to.
    public let requestID: String

    /// For calls of handlers in tests.
    public init(caller: ModelCaller, requestID: String) {
        self.caller = caller
        self.requestID = requestID
    }

    /// The learner is found out as `CurrentUser` is.
    public static func resolve(in context: RequestContext) async throws -> ModelUser {
        let user = try await context.resolve(CurrentUser.self)
        let token = try context.bearerToken(for: CurrentUser.scheme).map { Secret($0) }
        return ModelUser(caller: ModelCaller(user: user.id.text, token: token), requestID: context.id)
    }

    /// As `CurrentUser`.
    public static func describe(in operation: inout Operation) { operation.depend(on: CurrentUser.self) }
}
