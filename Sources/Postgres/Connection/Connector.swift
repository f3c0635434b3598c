import Glibc
public import Platform
import Reactor

/// Makes connections: fetches the password and the host's addresses away from the loop, then connects on it.
struct Connector: Sendable {
    let configuration: PostgresConfiguration
    /// Gives the password for the next connection, for instance a token that is valid for minutes.
    let credentials: PostgresCredentials?
    let blocking: BlockingPool

    func open(on loop: isolated EventLoop) async throws(PostgresError) -> PostgresConnection {
        let password = try await currentPassword()
        let addresses = try await resolve()
        let parameters = self.parameters(password: password, addresses: addresses)
        let opened = try await ConnectAttempt.open(parameters, timeout: configuration.limits.connectTimeout, on: loop).get()
        let jitter = Double.random(in: 0.9...1.1)
        let expiry = loop.now + (configuration.limits.lifetime * jitter).nanoseconds
        return try PostgresConnection(handle: opened.pointer, expiry: expiry, on: loop)
    }

    private func currentPassword() async throws(PostgresError) -> Secret<String>? {
        guard let credentials else { return configuration.password }
        do {
            return try await credentials()
        } catch {
            // The error's own words might hold what it failed to parse.
            throw .unavailable(retryAfter: .seconds(1), reason: "no credentials: \(type(of: error))")
        }
    }

    /// Numeric addresses of the host, at most four; none for a Unix socket.
    private func resolve() async throws(PostgresError) -> [String] {
        if configuration.isUnixSocket { return [] }
        if let address = SocketAddress(host: configuration.host, port: 0) { return [address.host] }
        let host = configuration.host
        do {
            return try await blocking.run { try numericAddresses(of: host) }
        } catch {
            throw .unavailable(retryAfter: .seconds(1), reason: "\(host): \(error)")
        }
    }

    /// Everything libpq would otherwise take from the environment or from files is given.
    private func parameters(password: Secret<String>?, addresses: [String]) -> [(String, String)] {
        var list = [
            ("port", String(configuration.port)), ("user", configuration.user), ("dbname", configuration.database),
            ("application_name", configuration.applicationName), ("client_encoding", "UTF8"), ("gssencmode", "disable"), ("options", ""),
            ("passfile", "/dev/null"), ("keepalives", "1"), ("keepalives_idle", "30"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"), ("target_session_attrs", "any"),
        ]
        if let password { list.append(("password", password.reveal())) }
        // The name stays: certificates are checked against it.
        list.append(("host", addresses.isEmpty ? configuration.host : addresses.map { _ in configuration.host }.joined(separator: ",")))
        if !addresses.isEmpty { list.append(("hostaddr", addresses.joined(separator: ","))) }
        switch configuration.protection {
        case .none: list.append(("sslmode", "disable"))
        case .encrypted: list.append(("sslmode", "require"))
        case .verified(let path): list += [("sslmode", "verify-full"), ("sslrootcert", path)]
        }
        return list
    }
}

/// Gives the password for each new connection; runs away from the loops and bounds its own time.
public typealias PostgresCredentials = @concurrent @Sendable () async throws -> Secret<String>

/// A name that has no address.
struct ResolutionError: Error, CustomStringConvertible {
    let description: String
}

/// Blocks.
private func numericAddresses(of host: String) throws -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &list)
    guard status == 0 else { throw ResolutionError(description: String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(list) }
    var addresses: [String] = []
    var next = list
    while let entry = next, addresses.count < 4 {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        if getnameinfo(entry.pointee.ai_addr, entry.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 {
            addresses.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
        next = entry.pointee.ai_next
    }
    guard !addresses.isEmpty else { throw ResolutionError(description: "no address") }
    return addresses
}
