import AWS
import Platform
public import Web

/// A service of ours as the caller, known by the key in `X-Api-Key` that services share.
///
/// Without one 401 `service-key-required`, with another 401 `service-key-invalid`; while the keys cannot be had at all 503.
public struct ServiceKey: Credential, Sendable {
    /// A caller with a good key, for calls of handlers in tests.
    public init() {}

    /// The field that holds the key.
    public static let fieldName = "X-Api-Key"

    /// `X-Api-Key`.
    public static var scheme: SecurityScheme { .serviceKey }

    /// The caller; nil without a key.
    public static func find(in context: RequestContext) async throws -> ServiceKey? {
        let keys = context.provided(ServiceKeys.self)
        guard let shown = try await APIKey<ServiceKeyScheme>.find(in: context) else { return keys.isRequired ? nil : ServiceKey() }
        guard try await accept(shown, keys) else {
            throw scheme.invalid("This X-Api-Key is not valid here; read the services' key again.", type: "service-key-invalid")
        }
        return ServiceKey()
    }

    /// The caller, or 401.
    public static func resolve(in context: RequestContext) async throws -> ServiceKey {
        guard let found = try await find(in: context) else {
            throw HTTPError.unauthorized(
                "Only services of ours may call this, beside the learner's token; send their key in X-Api-Key.", type: "service-key-required",
                challenge: "APIKey")
        }
        return found
    }

    /// The scheme, and 401.
    public static func describe(in operation: inout Operation) {
        operation.requires(ServiceKeys.self)
        operation.authenticate(scheme)
    }

    private static func accept(_ shown: APIKey<ServiceKeyScheme>, _ keys: ServiceKeys) async throws -> Bool {
        do throws(AWSError) {
            return try await keys.accept(shown)
        } catch {
            throw HTTPError.unavailable(
                "service-key-unavailable", "The services' key cannot be read at the moment; try again in a few seconds.", retryAfter: .seconds(5),
                debugDescription: "\(error)")
        }
    }
}

/// The scheme as a type.
enum ServiceKeyScheme: DeclaredScheme {
    static var scheme: SecurityScheme { .serviceKey }
}

extension SecurityScheme {
    /// The key that services of ours show each other.
    public static let serviceKey = SecurityScheme(
        "serviceKey", .header(ServiceKey.fieldName),
        description: "The key that services share (LANG_PORTAL_API_KEY); during a rotation the one before is valid too.")
}
