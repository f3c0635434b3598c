import HTTPCore
import Platform

/// The OpenAPI document, wherever its application is mounted: there it names the place as its server (OpenAPI 3.1 §4.8.5), unless it names others.
final class MountedDocument: Sendable {
    private let bytes: [UInt8]
    private let plain: StaticAsset
    private let namesServers: Bool
    /// By root path; there are as many as mounts.
    private let mounted = Lock<[String: StaticAsset]>([:])

    init(_ document: [UInt8], namesServers: Bool) {
        bytes = document
        self.namesServers = namesServers
        plain = Self.asset(document)
    }

    func response(to context: RequestContext) -> Response {
        let root = context.rootPath
        guard !root.isEmpty, !namesServers else { return plain.response(to: context.request) }
        let asset = mounted.withLock { mounted in
            if let known = mounted[root] { return known }
            let made = Self.asset(Array("{\"servers\":[{\"url\":\"\(root)\"}],".utf8) + bytes.dropFirst())
            mounted[root] = made
            return made
        }
        return asset.response(to: context.request)
    }

    private static func asset(_ bytes: [UInt8]) -> StaticAsset { StaticAsset(bytes, type: "application/json", cacheControl: "no-cache") }
}
