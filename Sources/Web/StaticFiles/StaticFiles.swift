import HTTPCore
public import Platform

/// Answers with the files of a folder.
final class StaticFiles: Sendable {
    private let loader: StaticFileLoader
    private let cache: StaticFileCache
    private let pool: BlockingPool
    private let options: StaticFilesOptions

    init(_ folder: String, _ options: StaticFilesOptions) {
        loader = StaticFileLoader(folder, options)
        precondition(loader.folder.exists, "there is no folder \(folder)")
        cache = StaticFileCache(interval: options.validationInterval, limit: options.keptFiles)
        pool = options.pool ?? BlockingPool(label: "static-files", threads: 2, queueLimit: 1_024)
        self.options = options
    }

    /// Answers a request for a path below the folder.
    func respond(to context: RequestContext, at path: StaticPath) async throws -> Response {
        switch try await find(path, context) {
        case .resource(let resource):
            context.allowsCompression = context.allowsCompression && resource.allowsCompression
            return try resource.representation(for: context.request.fields).response(to: context.request)
        case .folder: return Self.redirectIntoFolder(context.request)
        case .nothing: return try await answerMissing(path, context)
        }
    }

    /// The file at a path, or the index of the folder there; a folder without an index is nothing.
    private func find(_ path: StaticPath, _ context: RequestContext) async throws -> StaticFileLoader.Found {
        if path.isFolder {
            guard let index = options.index, case .resource(let page) = try await look(path.text + index, context) else { return .nothing }
            return .resource(page)
        }
        let found: StaticFileLoader.Found = path.text.isEmpty ? .folder : try await look(path.text, context)
        guard case .folder = found else { return found }
        let prefix = path.text.isEmpty ? "" : path.text + "/"
        guard let index = options.index, case .resource = try await look(prefix + index, context) else { return .nothing }
        return .folder
    }

    private func look(_ path: String, _ context: RequestContext) async throws -> StaticFileLoader.Found {
        let known: StaticResource?
        switch cache.find(path, at: context.startedAt) {
        case .fresh(let resource): return .resource(resource)
        case .stale(let resource): known = resource
        case .unknown: known = nil
        }
        let found = try await pool.run { [loader] in try loader.load(path, known: known) }
        if case .resource(let resource) = found {
            cache.keep(resource, at: path, checkedAt: context.startedAt)
        } else if known != nil {
            cache.keep(nil, at: path, checkedAt: context.startedAt)
        }
        return found
    }

    /// The same path with a slash at its end, relative to itself: right behind proxies that change the path, and never another host.
    private static func redirectIntoFolder(_ request: Request) -> Response {
        let name = request.target.path.split(separator: "/").last ?? ""
        let query = request.target.query.map { "?" + $0 } ?? ""
        return Response(status: 307, fields: [.location: "./\(name)/\(query)", .cacheControl: "no-cache"])
    }
}

// MARK: - What is not there

extension StaticFiles {
    private func answerMissing(_ path: StaticPath, _ context: RequestContext) async throws -> Response {
        guard Self.takesHTML(context.request.fields) else { throw HTTPError.fileNotFound }
        if let fallback = options.fallback, !path.hasEnding, case .resource(let page) = try await look(fallback, context) {
            context.allowsCompression = context.allowsCompression && page.allowsCompression
            var response = try page.representation(for: context.request.fields).response(to: context.request)
            response.fields.addVary("Accept")
            return response
        }
        if let notFoundPage = options.notFoundPage, case .resource(let page) = try await look(notFoundPage, context) {
            return page.identity.representation.standIn(status: .notFound)
        }
        throw HTTPError.fileNotFound
    }

    /// Whether a browser navigates: it names `text/html`, which scripts, pictures and programs do not.
    private static func takesHTML(_ fields: Fields) -> Bool {
        fields.all(.accept).contains { line in
            line.pieces(separatedBy: ",").contains { element in
                let parts = element.pieces(separatedBy: ";").map { $0.trimmedSpace().lowercased() }
                return parts.first == "text/html" && !parts.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
            }
        }
    }
}

extension FileError: HTTPErrorConvertible {
    /// 503: the disk, or a lack of descriptors; no fault of the caller.
    public var httpError: HTTPError {
        .unavailable("file-unavailable", "The file cannot be read just now; try again in a moment.", retryAfter: .seconds(1), debugDescription: "\(self)")
    }
}
