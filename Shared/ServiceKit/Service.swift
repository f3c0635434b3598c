public import Platform
public import Web

/// A service of ours: reads its settings, wires its application, and is served until it is told to go.
///
/// ```swift
/// @main struct LangPortalAPI: Service {
///     static let name = "lang-portal-api"
///     init(from environment: inout EnvironmentReader) { … }
///     func start(in context: ServiceContext) async throws -> Application { … }
/// }
/// ```
public protocol Service: Sendable {
    /// The name in logs and documentation.
    static var name: String { get }
    /// What its program can do in place of serving; nothing, unless a service says otherwise.
    static var commands: [ServiceCommand] { get }
    /// Reads the service's own settings; problems are gathered in `environment` and told together.
    init(from environment: inout EnvironmentReader)
    /// Opens what the application needs and declares its routes; called once, before the first request.
    func start(in context: ServiceContext) async throws -> Application
}

extension Service {
    /// Nothing but serving.
    public static var commands: [ServiceCommand] { [] }

    /// Environment → logger → loops → application → server → signals; leaves with 0 after a clean end, 1 when it could not start or finish.
    @concurrent public static func main() async {
        await ServiceRunner(Self.self).run()
    }
}
