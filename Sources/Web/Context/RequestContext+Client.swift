import HTTPCore

extension RequestContext {
    /// The client's numeric address.
    ///
    /// Each trusted proxy in front of us appends the address it saw to `X-Forwarded-For`; with `n` trusted hops the n-th entry from the right is the
    /// client's, whatever the client itself wrote before it. Without trusted hops, or when that entry is missing or no address, it is the peer.
    public var clientAddress: String {
        let hops = entrance.configuration.trustedHopCount
        guard hops > 0, request.fields.contains(.xForwardedFor) else { return request.peer }
        let entries = request.fields.all(.xForwardedFor).joined(separator: ",").pieces(separatedBy: ",", omittingEmpty: false)
        guard entries.count >= hops, let address = numericAddress(entries[entries.count - hops]) else { return request.peer }
        return address
    }
}

/// The address in an entry: IPv4, IPv6, either with a port; nil for anything else, so that no free text reaches logs and throttles.
private func numericAddress(_ entry: Substring) -> String? {
    var text = entry.trimmedSpace()
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
        text = text[text.index(after: text.startIndex)..<end]
    } else if text.contains("."), let colon = text.lastIndex(of: ":"), text.firstIndex(of: ":") == colon {
        text = text[..<colon]
    }
    return isNumericAddress(text) ? String(text) : nil
}

private func isNumericAddress(_ text: Substring) -> Bool {
    guard (2...45).contains(text.utf8.count) else { return false }
    let isIPv6 = text.utf8.contains(UInt8(ascii: ":"))
    if isIPv6 {
        return text.utf8.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
    let parts = text.pieces(separatedBy: ".", omittingEmpty: false)
    return parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 3 && UInt8($0) != nil && $0.utf8.allSatisfy { $0 &- 48 < 10 } }
}

func isHexDigit(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 6
}
