public import HTTPCore
public import Platform

/// What a group or a route declares beside its path; an inner declaration wins over an outer one.
struct RouteSettings: Sendable {
    var tags: [String] = []
    var deadline: Duration?
    var bodyLimitBytes: Int?
    var multipart: MultipartLimits?
    var pool: BlockingPool?
    var operationID: String?
    var description: String?
    var security: [SecurityScheme] = []
    var answers: [DocumentedAnswer] = []
    var isListed = true
    var allowsCompression = true
    var isDeprecated = false
    var details = OperationDetails()
    var aliases: [String] = []
    var guards: [InputGuard] = []
    /// Outer ones first.
    var rateLimits: [RateLimitRule] = []
}

/// A declaration for a group or a route.
public struct RouteOption: Sendable {
    let apply: @Sendable (inout RouteSettings) -> Void

    /// How long the handler may take; 25 s unless declared.
    public static func deadline(_ duration: Duration) -> RouteOption {
        precondition(duration > .zero, "a deadline lies ahead")
        return RouteOption { $0.deadline = duration }
    }

    /// The largest body in bytes; 2 MiB unless declared.
    public static func bodyLimit(bytes: Int) -> RouteOption {
        precondition(bytes >= 0, "a limit is not negative")
        return RouteOption { $0.bodyLimitBytes = bytes }
    }

    /// What a form with files may hold; `ApplicationConfiguration.multipart` unless declared. The whole body is bounded by `bodyLimit` too.
    public static func multipartLimits(_ limits: MultipartLimits) -> RouteOption {
        precondition(limits.isSound, "a limit is not negative, and a form has a part at least")
        return RouteOption { $0.multipart = limits }
    }

    /// Runs the handler on a thread of `pool`: for one that blocks longer than a millisecond (files, images, C calls that wait), so that others do not wait.
    ///
    /// The inputs are settled on the loop before, so that a slow body holds no thread; the handler holds one to its end, and when all are held
    /// and `pool` lets no more wait, the answer is 503 with `Retry-After`.
    public static func blocking(on pool: BlockingPool) -> RouteOption { RouteOption { $0.pool = pool } }

    /// The operation's name in OpenAPI; made from method and path unless declared.
    public static func operationID(_ name: String) -> RouteOption { RouteOption { $0.operationID = name } }

    /// A longer text for the documentation, in CommonMark.
    public static func description(_ text: String) -> RouteOption { RouteOption { $0.description = text } }

    /// Tags beside those of the group.
    public static func tags(_ names: String...) -> RouteOption { RouteOption { $0.tags += names } }

    /// An answer the handler may give beside its success, for the documentation.
    public static func answers(_ status: Status, _ description: String = "") -> RouteOption {
        RouteOption { $0.answers.append(DocumentedAnswer(status: status, description: description)) }
    }

    /// The scheme callers authenticate with, for the documentation; enforced by the inputs and by `requires`.
    public static func security(_ scheme: SecurityScheme) -> RouteOption { RouteOption { $0.security.append(scheme) } }

    /// Serves the route but does not list it in OpenAPI.
    public static var hidden: RouteOption { RouteOption { $0.isListed = false } }

    /// Keeps `ContentCompression` away from the answers: for those that mix a secret with input that is reflected (BREACH, CVE-2013-3587).
    public static var uncompressed: RouteOption { RouteOption { $0.allowsCompression = false } }

    /// Marks the operation as deprecated in OpenAPI.
    public static var deprecated: RouteOption { RouteOption { $0.isDeprecated = true } }

    /// Serves the route at another path of its group too, not listed in OpenAPI.
    public static func alias(_ path: String) -> RouteOption { RouteOption { $0.aliases.append(path) } }

    /// Resolves an input before every handler of the group, so that no route can forget it; its failure is the answer.
    ///
    /// - Parameter scopes: what the caller's credential must have been granted, beside what groups around and routes inside ask for: the input that
    ///   verifies it, this one or one it depends on, answers 403 otherwise (`context.requireScopes`).
    public static func requires<Input: RequestInput>(_ type: Input.Type, scopes: [String] = []) -> RouteOption {
        RouteOption { $0.guards.append(InputGuard(type, scopes: scopes)) }
    }
}

/// An input that must be there before the others are settled.
@usableFromInline
struct InputGuard: Sendable {
    /// The input's identity: however often it is required, one check is enough.
    let key: ObjectIdentifier?
    let describe: @Sendable (inout Operation) -> Void
    @usableFromInline let check: @Sendable (RequestContext) async throws -> Void

    /// A check that is no input.
    init(describe: @escaping @Sendable (inout Operation) -> Void, check: @escaping @Sendable (RequestContext) async throws -> Void) {
        key = nil
        self.describe = describe
        self.check = check
    }

    init<Input: RequestInput>(_ type: Input.Type, scopes: [String] = []) {
        precondition(Input.isKeptPerRequest, "a required input is kept per request")
        key = ObjectIdentifier(type)
        describe = { operation in operation.depend(on: Input.self, scopes: scopes) }
        check = { context in _ = try await context.resolve(Input.self) }
    }
}
