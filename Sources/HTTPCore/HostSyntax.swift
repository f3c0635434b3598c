/// The syntax of `uri-host [ ":" port ]` (RFC 9110 §7.2, RFC 3986 §3.2).
enum HostSyntax {
    /// What must be said of the port.
    enum Port {
        case optional
        case required
    }

    /// True for a host that is not empty (RFC 9110 §4.2.1) with a port up to 65535; user information is refused (RFC 9110 §4.2.4).
    static func isAuthority(_ bytes: Span<UInt8>, port: Port = .optional) -> Bool {
        guard let hostEnd = bytes.isEmpty ? nil : bytes[0] == UInt8(ascii: "[") ? literalEnd(bytes) : nameEnd(bytes) else { return false }
        guard hostEnd > 0 else { return false }
        if hostEnd == bytes.count { return port == .optional }
        guard bytes[hostEnd] == UInt8(ascii: ":") else { return false }
        return isPort(bytes.extracting(hostEnd + 1..<bytes.count), mayBeEmpty: port == .optional)
    }

    /// The end of a registered name or IPv4 address; nil when a percent sign is not followed by two digits.
    private static func nameEnd(_ bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, isHexDigit(bytes[index + 1]), isHexDigit(bytes[index + 2]) else { return nil }
                index += 3
            } else if isNameByte(bytes[index]) {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    /// The end of an IPv6 literal in brackets; nil when it is none. IPvFuture and zones (RFC 6874) are refused: no peer of ours has them.
    private static func literalEnd(_ bytes: Span<UInt8>) -> Int? {
        var index = 1
        var colons = 0
        while index < bytes.count, isHexDigit(bytes[index]) || bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ".") {
            if bytes[index] == UInt8(ascii: ":") { colons += 1 }
            index += 1
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "]"), (2...7).contains(colons), index <= 46 else { return nil }
        return index + 1
    }

    private static func isPort(_ bytes: Span<UInt8>, mayBeEmpty: Bool) -> Bool {
        guard bytes.count <= 5, mayBeEmpty || !bytes.isEmpty else { return false }
        var port = 0
        for index in bytes.indices {
            guard bytes[index] &- UInt8(ascii: "0") < 10 else { return false }
            port = port * 10 + Int(bytes[index] &- UInt8(ascii: "0"))
        }
        return port <= 65_535
    }

    /// Unreserved and sub-delims of RFC 3986 §2: the bytes of tokens without `#`, `%`, `^`, `` ` `` and `|`, and `(),;=`.
    @inline(__always)
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"): false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="): true
        default: FieldSyntax.isTokenByte(byte)
        }
    }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}
