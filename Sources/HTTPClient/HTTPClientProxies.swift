public import Platform
import Reactor

/// Through which proxies other servers are reached, as the environment says by convention.
///
/// | variable | meaning |
/// |---|---|
/// | `HTTPS_PROXY` | for `https:` URLs, by a `CONNECT` tunnel in which the server's certificate is checked as ever |
/// | `HTTP_PROXY` | for `http:` URLs |
/// | `NO_PROXY` | who is reached directly, separated by commas: a name with its subdomains (with or without a leading dot), an address, a range such as `10.0.0.0/8`, each with a port or without, or `*` |
///
/// Names in lower case count where those in upper case are not set. Loopback addresses and `localhost` are always reached directly.
public struct HTTPClientProxies: Sendable {
    /// `http:` or `https:` URL of the proxy for `http:` URLs, which may carry a user and a password; nil for none.
    public var http: Secret<String>?
    /// The same for `https:` URLs.
    public var https: Secret<String>?
    /// Who is reached directly, one entry each.
    public var exceptions: [String]

    /// Proxies as given, none by default.
    public init(http: Secret<String>? = nil, https: Secret<String>? = nil, exceptions: [String] = []) {
        self.http = http
        self.https = https
        self.exceptions = exceptions
    }

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        http = Self.proxy("HTTP_PROXY", &environment)
        https = Self.proxy("HTTPS_PROXY", &environment)
        let variable = Self.name("NO_PROXY", environment)
        exceptions = environment.isSet(variable) ? environment.list(variable, count: 0...1000) : []
    }

    private static func name(_ variable: String, _ environment: EnvironmentReader) -> String {
        environment.isSet(variable) ? variable : variable.lowercased()
    }

    private static func proxy(_ variable: String, _ environment: inout EnvironmentReader) -> Secret<String>? {
        let variable = name(variable, environment)
        guard environment.isSet(variable) else { return nil }
        let expected = "a proxy's URL such as http://host:port, with http or https"
        return environment.value(variable, expected: expected, placeholder: Secret(""), isSecret: true) { text in
            let url = text.contains("://") ? text : "http://" + text
            let isUsable = ["http://", "https://"].contains { url.lowercased().hasPrefix($0) } && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            return isUsable ? Secret(url) : nil
        }
    }

    /// The proxy to use for a server; nil for a direct connection.
    func proxy(for origin: Origin) -> Secret<String>? {
        guard let proxy = origin.isSecure ? https : http else { return nil }
        let address = SocketAddress(host: origin.host, port: origin.port)
        if origin.host == "localhost" || origin.host.hasSuffix(".localhost") || address?.isLoopback == true { return nil }
        return exceptions.contains { Self.matches(origin, address, $0.lowercased()) } ? nil : proxy
    }

    private static func matches(_ origin: Origin, _ address: SocketAddress?, _ exception: String) -> Bool {
        if exception == "*" { return true }
        if let slash = exception.firstIndex(of: "/"), let address {
            return address.isWithin(exception[..<slash], bits: Int(exception[exception.index(after: slash)...]))
        }
        // An address with several colons and no brackets has no port.
        if let address, let other = SocketAddress(host: exception, port: origin.port) { return address == other }
        guard let (host, port) = Origin.split(exception[...]), port == nil || port.flatMap({ UInt16($0) }) == origin.port else { return false }
        if let address { return SocketAddress(host: host, port: origin.port) == address }
        let name = host.hasPrefix(".") ? host.dropFirst() : host
        return !name.isEmpty && (origin.host == name || origin.host.hasSuffix("." + name))
    }
}

extension SocketAddress {
    /// Whether it is in the range of addresses that share their first bits with `network`.
    fileprivate func isWithin(_ network: Substring, bits: Int?) -> Bool {
        guard let bits, let network = SocketAddress(host: network, port: port)?.octets, network.count == octets.count, (0...8 * octets.count).contains(bits)
        else { return false }
        return zip(octets, network).enumerated().allSatisfy { index, pair in
            let shared = min(8, max(0, bits - 8 * index))
            let difference: UInt8 = pair.0 ^ pair.1
            return Int(difference) >> (8 - shared) == 0
        }
    }

    /// In network order.
    private var octets: [UInt8] {
        switch self {
        case .v4(let octets, _): withUnsafeBytes(of: octets) { Array($0) }
        case .v6(let high, let low, _, _): withUnsafeBytes(of: (high, low)) { Array($0) }
        }
    }
}
