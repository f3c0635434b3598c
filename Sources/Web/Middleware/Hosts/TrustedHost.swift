public import HTTPCore

/// Answers requests for known hosts only; any other is 400 `bad-host`: who builds links from the host must not be told one by an attacker.
///
/// Compared without regard to case, port and a last dot; IPv6 literals may come with brackets. Probes that name no host of ours, such as a load
/// balancer's, are exempt by their path.
///
/// ```swift
/// routes.use(TrustedHost("example.com", "*.example.com", exempting: HealthRoutes.paths))
/// ```
public struct TrustedHost: Middleware {
    private let names: Set<String>
    /// What a subdomain's name ends with, dot included.
    private let suffixes: [String]
    private let exemptPaths: Set<String>
    private let redirectsToWWW: Bool

    /// Trusts these hosts.
    ///
    /// - Parameters:
    ///   - hosts: names and addresses without port; `*.example.com` stands for every subdomain at any depth, not for `example.com` itself.
    ///   - exempting: paths that answer whatever the host.
    ///   - redirectsToWWW: sends who asks for `example.com` to `www.example.com` with 308 where only the latter is trusted.
    public init(_ hosts: String..., exempting exemptPaths: [String] = [], redirectsToWWW: Bool = false) {
        self.init(hosts, exempting: exemptPaths, redirectsToWWW: redirectsToWWW)
    }

    /// Trusts the hosts of a list.
    public init(_ hosts: [String], exempting exemptPaths: [String] = [], redirectsToWWW: Bool = false) {
        precondition(!hosts.isEmpty && hosts.allSatisfy(Self.isPattern), "a trusted host is a name, an address, or *. before a name, without port")
        let hosts = hosts.map { $0.lowercased() }
        names = Set(hosts.filter { !$0.hasPrefix("*.") }.map { $0.contains(":") ? $0.filter { $0 != "[" && $0 != "]" } : $0 })
        suffixes = hosts.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst()) }
        self.exemptPaths = Set(exemptPaths)
        self.redirectsToWWW = redirectsToWWW
    }

    /// Passes on what is meant for us.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        guard let host = context.host else { throw HTTPError.badHost }
        if isTrusted(host) || exemptPaths.contains(context.request.target.path) { return try await next(context) }
        guard redirectsToWWW, names.contains("www." + host) else { throw HTTPError.badHost }
        return context.redirect(toHost: "www." + host, secure: context.isSecure, status: 308)
    }

    private func isTrusted(_ host: String) -> Bool {
        names.contains(host) || suffixes.contains { host.hasSuffix($0) && host.utf8.count > $0.utf8.count }
    }

    private static func isPattern(_ host: String) -> Bool {
        let name = host.hasPrefix("*.") ? String(host.dropFirst(2)) : host
        let isLiteral = name.filter { $0 == ":" }.count > 1
        return !name.isEmpty && !name.contains { "*/ ".contains($0) } && !name.hasSuffix(".") && (isLiteral || !name.contains(":"))
    }
}

extension HTTPError {
    static var badHost: HTTPError {
        HTTPError(.badRequest, type: "bad-host", detail: "There is no such host here; check the address.")
    }
}

extension RequestContext {
    /// A redirect to the same target at another host or scheme; not kept, for the next answer may depend on fields a cache does not compare.
    func redirect(toHost host: String, secure: Bool, status: Status) -> Response {
        let port = authority.flatMap { HostName.split($0).port }.flatMap { ["80", "443"].contains($0) ? nil : $0 }
        let name = host.contains(":") ? "[\(host)]" : host
        let target = String(decoding: request.target.bytes[request.target.pathRange.lowerBound...], as: UTF8.self)
        let location = "\(secure ? "https" : "http")://\(name)\(port.map { ":" + $0 } ?? "")\(target)"
        return Response(status: status, fields: [.location: location, .cacheControl: "no-store"])
    }
}
