extension RouteGroup {
    /// Serves the files of a folder, to GET and HEAD, outside OpenAPI.
    ///
    /// Conditional and partial requests are honoured (RFC 9110 §13, §14), precompressed siblings preferred, changes on the disk noticed. Nothing outside
    /// the folder, nothing hidden and nothing but regular files is ever opened. Routes that are declared with literal paths come first.
    /// - Parameters:
    ///   - path: below the group's prefixes; `/` for a whole site.
    ///   - folder: where the files lie; one that is missing at start-up is our own mistake and traps.
    ///   - configuration: what is served how.
    ///   - options: as for other routes, for instance `.requires` for files that are not for everybody.
    public func staticFiles(
        _ path: String, at folder: String, _ configuration: StaticFilesOptions = StaticFilesOptions(), options: [RouteOption] = []
    ) {
        precondition(path.hasPrefix("/"), "a path starts with a slash: \(path)")
        let files = StaticFiles(folder, configuration)
        let prefix = path.hasSuffix("/") ? String(path.dropLast()) : path
        let group = group(prefix, options: options + [.hidden])
        group.get("/") { (context: RequestContext) in try await files.respond(to: context, at: .root) }
        group.get("/{path...}") { (context: RequestContext) in
            let path = try context.withParameter("path") { bytes in Result { () throws(HTTPError) in try StaticPath(bytes) } }.get()
            return try await files.respond(to: context, at: path)
        }
        if group.prefixes.allSatisfy({ !$0.template.isEmpty }) {
            group.get("") { (context: RequestContext) in try await files.respond(to: context, at: .bareRoot) }
        }
    }
}
