import Glibc

/// An IPv4 or IPv6 address with a port.
public enum SocketAddress: Hashable, Sendable {
    /// Four octets in network order and a port in host order.
    case v4(octets: UInt32, port: UInt16)
    /// Sixteen octets as two halves in network order, a port in host order and the scope of link-local addresses.
    case v6(high: UInt64, low: UInt64, port: UInt16, scope: UInt32)

    /// Reads a numeric address (`127.0.0.1`, `::1`, `[::1]`); nil when it is none. Names are not resolved.
    public init?(host: some StringProtocol, port: UInt16) {
        let text = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self = .v4(octets: v4.s_addr, port: port)
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            let halves = unsafeBitCast(v6, to: (UInt64, UInt64).self)
            self = .v6(high: halves.0, low: halves.1, port: port, scope: 0)
        } else {
            return nil
        }
    }

    /// Reads `host:port` or `[host]:port` with a numeric host.
    public init?(_ text: some StringProtocol) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
        self.init(host: text[..<colon], port: port)
    }

    /// The port.
    public var port: UInt16 {
        switch self {
        case .v4(_, let port), .v6(_, _, let port, _): port
        }
    }

    /// The numeric host without brackets. IPv4 addresses mapped into IPv6 (`::ffff:0:0/96`) are shown as IPv4.
    public var host: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        switch unmapped {
        case .v4(let octets, _):
            var address = in_addr(s_addr: octets)
            inet_ntop(AF_INET, &address, &buffer, socklen_t(buffer.count))
        case .v6(let high, let low, _, _):
            var address = unsafeBitCast((high, low), to: in6_addr.self)
            inet_ntop(AF_INET6, &address, &buffer, socklen_t(buffer.count))
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// True for 127.0.0.0/8 and ::1.
    public var isLoopback: Bool {
        switch unmapped {
        case .v4(let octets, _): octets & 0xFF == 127
        case .v6(let high, let low, _, _): high == 0 && low == UInt64(1).bigEndian
        }
    }

    private var unmapped: SocketAddress {
        guard case .v6(0, let low, let port, _) = self, UInt32(truncatingIfNeeded: low) == UInt32(0xFFFF).bigEndian else { return self }
        return .v4(octets: UInt32(truncatingIfNeeded: low >> 32), port: port)
    }
}

extension SocketAddress: CustomStringConvertible {
    /// `127.0.0.1:8000` or `[::1]:8000`.
    public var description: String {
        switch self {
        case .v4: "\(host):\(port)"
        case .v6: "[\(host)]:\(port)"
        }
    }
}

extension SocketAddress {
    /// Calls `body` with the address as the system takes it.
    func withSystemAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        switch self {
        case .v4(let octets, let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = octets
            return Self.rebound(&address, body)
        case .v6(let high, let low, let port, let scope):
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            address.sin6_addr = unsafeBitCast((high, low), to: in6_addr.self)
            address.sin6_scope_id = scope
            return Self.rebound(&address, body)
        }
    }

    /// Reads what the system stored; nil for other families.
    init?(_ storage: sockaddr_storage) {
        var storage = storage
        switch Int32(storage.ss_family) {
        case AF_INET:
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in.self) }
            self = .v4(octets: address.sin_addr.s_addr, port: UInt16(bigEndian: address.sin_port))
        case AF_INET6:
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in6.self) }
            let halves = unsafeBitCast(address.sin6_addr, to: (UInt64, UInt64).self)
            self = .v6(high: halves.0, low: halves.1, port: UInt16(bigEndian: address.sin6_port), scope: address.sin6_scope_id)
        default: return nil
        }
    }

    private static func rebound<Address, Result>(_ address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Address>.size)) }
        }
    }
}
