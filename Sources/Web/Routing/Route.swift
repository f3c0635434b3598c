public import HTTPCore
import Platform

/// Answers a request whose context is known; the link from which middleware chains are made.
public typealias Endpoint = @Sendable (RequestContext) async throws -> Response

/// A method and a path template with what answers them; immutable once the application stands.
public final class Route: Sendable {
    /// The method; a GET route answers HEAD too.
    public let method: HTTPCore.Method
    /// The path template, for instance `/api/words/{word_id}`: few distinct values, fit for logs and metrics.
    public let template: String
    /// The name of the operation, unique within the application.
    public let operationID: String
    /// How long the handler may take before its task is cancelled.
    public let deadline: Duration
    /// The largest body the route reads.
    public let bodyLimitBytes: Int
    /// What a form with files may hold.
    public let multipartLimits: MultipartLimits
    /// True when OpenAPI lists it.
    public let isListed: Bool
    /// False where `ContentCompression` leaves the answers as they are.
    public let allowsCompression: Bool

    let path: PathTemplate
    let parameterNames: [String]
    let operation: Operation
    /// What callers by a scheme, given by its name, need to be granted.
    let requiredScopes: [(scheme: String, scopes: [String])]
    let endpoint: Endpoint
    /// Where its handler runs, when that is not on the loop.
    let handlerPool: BlockingPool?
    /// The application it came with, when that is mounted in the one that answers.
    let mount: Mount?

    init(_ declaration: RouteDeclaration, at path: RoutePath, defaults: ApplicationConfiguration) {
        let template = PathTemplate(path.template)
        method = declaration.method
        self.path = template
        self.template = template.text
        operationID = declaration.operationID
        deadline = declaration.settings.deadline ?? defaults.deadline
        bodyLimitBytes = declaration.settings.bodyLimitBytes ?? defaults.bodyLimitBytes
        multipartLimits = declaration.settings.multipart ?? defaults.multipart
        isListed = path.isListed
        allowsCompression = declaration.settings.allowsCompression
        parameterNames = template.parameterNames
        operation = declaration.operation
        requiredScopes = declaration.operation.requirementsOfCallers.scopes
        handlerPool = declaration.settings.pool
        endpoint = declaration.scope.chain(around: declaration.endpoint)
        mount = nil
        declaration.operation.check(parameters: parameterNames, of: "\(method.name) \(template.text)")
    }

    /// A route of an application as it is served where that is mounted.
    init(_ route: Route, in mount: Mount) {
        path = PathTemplate(mount.rootPath + route.template)
        method = route.method
        template = path.text
        operationID = route.operationID
        deadline = route.deadline
        bodyLimitBytes = route.bodyLimitBytes
        multipartLimits = route.multipartLimits
        isListed = route.isListed
        allowsCompression = route.allowsCompression
        parameterNames = route.parameterNames
        operation = route.operation
        requiredScopes = route.requiredScopes
        handlerPool = route.handlerPool
        endpoint = route.endpoint
        self.mount = mount
    }
}
