/// The modules of the scripts: each under a name that tells its content, and importing the others by theirs.
enum HouseModules {
    struct Module: Sendable {
        var name: String
        var asset: HouseAsset
        /// What it imports, and what that imports.
        var imports: [String]
    }

    /// What imports stands after what it imports.
    static let all: [Module] = [
        ("live", PackageResources.live_js), ("swap", PackageResources.swap_js), ("submission", PackageResources.submission_js),
        ("passwords", PackageResources.passwords_js), ("language", PackageResources.language_js), ("menus", PackageResources.menus_js),
        ("times", PackageResources.times_js), ("watch", PackageResources.watch_js), ("door", PackageResources.door_js),
        ("account", PackageResources.account_js),
    ].reduce(into: []) { known, source in known.append(module(source.0, String(decoding: source.1, as: UTF8.self), known)) }

    private static func module(_ name: String, _ source: String, _ known: [Module]) -> Module {
        var text = source, imports: [String] = []
        for other in known where text.contains("\"./\(other.name).js\"") {
            text.replace("\"./\(other.name).js\"", with: "\"./\(other.asset.fileName)\"")
            imports += ([other.name] + other.imports).filter { !imports.contains($0) }
        }
        return Module(name: name, asset: HouseAsset(name, "js", type: "text/javascript; charset=utf-8", Array(text.utf8)), imports: imports)
    }
}
