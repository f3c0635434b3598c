public import HTTPCore
public import Platform

/// What a group or a route declares beside its path; an inner declaration wins over an outer one.
struct RouteSettings: Sendable {
    var tags: [String] = []
    var deadline: Duration?
    var bodyLimitBytes: Int?
    var pool: BlockingPool?
    var operationID: String?
    var description: String?
    var security: [SecurityScheme] = []
    var answers: [DocumentedAnswer] = []
    var isListed = true
    var allowsCompression = true
    var isDeprecated = false
    var aliases: [String] = []
    var guards: [InputGuard] = []
}

/// An answer a route may give beside its success, for the documentation.
struct DocumentedAnswer: Sendable, Equatable {
    var status: Status
    var description: String

    /// The field that says what to do, by the status it belongs to, with a sentence about it (RFC 9110 §10.2.3, §11.6.1).
    var field: (name: String, description: String)? {
        switch status {
        case .unauthorized: ("WWW-Authenticate", "How to authenticate, and what was wrong with the credential.")
        case .tooManyRequests, .serviceUnavailable: ("Retry-After", "Seconds to wait before trying again.")
        case 301, 302, 303, 307, 308: ("Location", "Where to go on.")
        default: nil
        }
    }
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

    /// Keeps `GZip` away from the answers: for those that mix a secret with input that is reflected (BREACH, CVE-2013-3587).
    public static var uncompressed: RouteOption { RouteOption { $0.allowsCompression = false } }

    /// Marks the operation as deprecated in OpenAPI.
    public static var deprecated: RouteOption { RouteOption { $0.isDeprecated = true } }

    /// Serves the route at another path of its group too, not listed in OpenAPI.
    public static func alias(_ path: String) -> RouteOption { RouteOption { $0.aliases.append(path) } }

    /// Resolves an input before every handler of the group, so that no route can forget it; its failure is the answer.
    public static func requires<Input: RequestInput>(_ type: Input.Type) -> RouteOption {
        RouteOption { $0.guards.append(InputGuard(type)) }
    }
}

/// An input that must be there before the others are settled.
@usableFromInline
struct InputGuard: Sendable {
    let describe: @Sendable (inout Operation) -> Void
    @usableFromInline let check: @Sendable (RequestContext) async throws -> Void

    init<Input: RequestInput>(_ type: Input.Type) {
        precondition(Input.isKeptPerRequest, "a required input is kept per request")
        describe = { operation in Input.describe(in: &operation) }
        check = { context in _ = try await context.resolve(Input.self) }
    }
}
