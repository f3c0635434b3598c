public import Web

/// The modules of scripts: each under a name that tells its content, and importing the others by theirs.
public struct ScriptModules: Sendable {
    struct Module: Sendable {
        var name: String
        var asset: HouseAsset
        /// What it imports, and what that imports.
        var imports: [String]
    }

    /// What imports stands after what it imports; the house's own first.
    let all: [Module]
    private let ownCount: Int

    /// Modules of a service, which may import each other and the house's, as if all lay in one folder: `import { say } from "./live.js"`.
    ///
    /// - Parameter sources: names and contents; what imports stands after what it imports.
    public init(_ sources: [(name: String, bytes: [UInt8])]) { self.init(sources, beside: Self.house.all) }

    private init(_ sources: [(name: String, bytes: [UInt8])], beside others: [Module]) {
        ownCount = sources.count
        all = sources.reduce(into: others) { known, source in known.append(Self.module(source.name, String(decoding: source.bytes, as: UTF8.self), known)) }
    }

    /// The house's own.
    static let house = ScriptModules(
        [
            ("live", PackageResources.live_js), ("swap", PackageResources.swap_js), ("submission", PackageResources.submission_js),
            ("passwords", PackageResources.passwords_js), ("language", PackageResources.language_js), ("menus", PackageResources.menus_js),
            ("times", PackageResources.times_js), ("sounds", PackageResources.sounds_js), ("watch", PackageResources.watch_js),
            ("door", PackageResources.door_js),
            ("account", PackageResources.account_js),
        ], beside: [])

    private static func module(_ name: String, _ source: String, _ known: [Module]) -> Module {
        var text = source, imports: [String] = []
        for other in known where text.contains("\"./\(other.name).js\"") {
            text.replace("\"./\(other.name).js\"", with: "\"./\(other.asset.fileName)\"")
            imports += ([other.name] + other.imports).filter { !imports.contains($0) }
        }
        return Module(name: name, asset: HouseAsset(name, "js", type: "text/javascript; charset=utf-8", Array(text.utf8)), imports: imports)
    }

    /// The elements that start one of them; what it imports is asked for at once, not module by module.
    public func start(_ name: String) -> Markup {
        guard let module = all.first(where: { $0.name == name }) else { preconditionFailure("there is no module \(name)") }
        let imports = all.filter { module.imports.contains($0.name) }
        return """
            \(imports.map { "<link rel=\"modulepreload\" href=\"\($0.asset.path)\">\n" as Markup })\
            <script type="module" src="\(module.asset.path)"></script>
            """
    }

    /// Declares the routes of the service's own; the house's are those of `HouseAssets`.
    public func register(on routes: RouteGroup) { for module in all.suffix(ownCount) { module.asset.register(on: routes) } }
}
