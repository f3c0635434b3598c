/// How a response's content is sent.
public enum ResponseFraming: Sendable, Equatable {
    /// No content follows the head.
    case none
    /// So many bytes follow.
    case length(Int)
    /// Chunks follow, ended by `ResponseSerializer.lastChunk`.
    case chunked
    /// Bytes follow, ended by closing the connection (HTTP/1.0 peers).
    case untilClose
}

/// Writes responses in wire form, and alone decides their framing (RFC 9112 §6).
public enum ResponseSerializer {
    /// Appends a status line and fields.
    ///
    /// Content-Length, Transfer-Encoding, Connection, Keep-Alive and Date are written here only; those in `response.fields` are dropped.
    /// - Parameters:
    ///   - response: the response; its content is not written.
    ///   - method: of the request: HEAD gets the fields GET would, and no content (RFC 9110 §9.3.2).
    ///   - minorVersion: of the request: HTTP/1.0 gets no chunks.
    ///   - keepAlive: whether the connection is to live on.
    ///   - date: an IMF-fixdate of 29 bytes (RFC 9110 §5.6.7); empty without a clock.
    /// - Returns: how the content must be sent; `untilClose` overrules `keepAlive`.
    public static func head(
        of response: borrowing Response, method: Method, minorVersion: UInt8, keepAlive: Bool, date: [UInt8], into output: inout [UInt8]
    ) -> ResponseFraming {
        let framing = framing(of: response, minorVersion: minorVersion)
        let sent = mayHaveContent(response.status, method: method) ? framing : .none
        statusLine(response.status, into: &output)
        applicationFields(response.fields, into: &output)
        if !date.isEmpty {
            append("Date: ", to: &output)
            output.append(contentsOf: date)
            append("\r\n", to: &output)
        }
        framingFields(framing, of: response.status, method: method, into: &output)
        connectionFields(response.status, minorVersion: minorVersion, keepAlive: keepAlive && sent != .untilClose, into: &output)
        append("\r\n", to: &output)
        return sent
    }

    /// Appends the interim response that lets a waiting client send its content (RFC 9110 §15.2.1).
    public static func continueResponse(into output: inout [UInt8]) {
        append("HTTP/1.1 100 Continue\r\n\r\n", to: &output)
    }

    /// Appends one chunk (RFC 9112 §7.1); nothing for no bytes, as an empty chunk would end the content.
    public static func chunk(_ bytes: [UInt8], into output: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        hexadecimal(bytes.count, into: &output)
        append("\r\n", to: &output)
        output.append(contentsOf: bytes)
        append("\r\n", to: &output)
    }

    /// Appends the end of chunked content with its trailer fields (RFC 9112 §7.1.2); framing fields among them are dropped.
    public static func lastChunk(trailers: Fields = Fields(), into output: inout [UInt8]) {
        append("0\r\n", to: &output)
        if !trailers.isEmpty { applicationFields(trailers, into: &output) }
        append("\r\n", to: &output)
    }
}

// MARK: - Framing

extension ResponseSerializer {
    private static func framing(of response: borrowing Response, minorVersion: UInt8) -> ResponseFraming {
        if let length = response.body.knownLength { return .length(length) }
        return minorVersion == 0 ? .untilClose : .chunked
    }

    /// RFC 9110 §6.4.1: never with 1xx, 204, 205 and 304, nor for HEAD, nor when CONNECT succeeded.
    private static func mayHaveContent(_ status: Status, method: Method) -> Bool {
        if case .head = method { return false }
        return !status.forbidsContent && status.code != 205 && !isTunnel(status, method: method)
    }

    private static func isTunnel(_ status: Status, method: Method) -> Bool {
        guard case .connect = method else { return false }
        return (200...299).contains(status.code)
    }

    private static func framingFields(_ framing: ResponseFraming, of status: Status, method: Method, into output: inout [UInt8]) {
        // RFC 9110 §8.6: no length with 1xx, 204 and tunnels; that of a 304 would be the length of a content we do not have.
        if status.forbidsContent || isTunnel(status, method: method) { return }
        switch framing {
        case .length(let length):
            append("Content-Length: ", to: &output)
            // RFC 9110 §15.3.6: a 205 is empty.
            decimal(status.code == 205 ? 0 : length, into: &output)
            append("\r\n", to: &output)
        case .chunked: append(status.code == 205 ? "Content-Length: 0\r\n" : "Transfer-Encoding: chunked\r\n", to: &output)
        case .none, .untilClose: break
        }
    }

    private static func connectionFields(_ status: Status, minorVersion: UInt8, keepAlive: Bool, into output: inout [UInt8]) {
        if status.code == 101 {
            append("Connection: upgrade\r\n", to: &output)
        } else if status.code == 426 {
            // The Upgrade field of the answer goes to the next hop only (RFC 9110 §7.8).
            append(keepAlive ? "Connection: upgrade\r\n" : "Connection: close, upgrade\r\n", to: &output)
        } else if !keepAlive {
            append("Connection: close\r\n", to: &output)
        } else if minorVersion == 0 {
            append("Connection: keep-alive\r\n", to: &output)
        }
    }

    /// One copy of all lines, unless one of them is ours to decide.
    private static func applicationFields(_ fields: borrowing Fields, into output: inout [UInt8]) {
        fields.withLines { lines in
            guard (0..<fields.count).contains(where: { isOurs(fields.slot(at: $0), in: lines.span) }) else { return output.append(contentsOf: lines) }
            for slot in (0..<fields.count).lazy.map(fields.slot(at:)) where !isOurs(slot, in: lines.span) {
                output.append(contentsOf: lines[slot.name.lowerBound..<slot.value.upperBound])
                append("\r\n", to: &output)
            }
        }
    }

    @inline(__always)
    private static func isOurs(_ slot: Fields.Slot, in bytes: Span<UInt8>) -> Bool {
        switch slot.nameLength {
        case 4: bytes.extracting(slot.name).isText("date")
        case 10: bytes.extracting(slot.name).isText("connection") || bytes.extracting(slot.name).isText("keep-alive")
        case 14: bytes.extracting(slot.name).isText("content-length")
        case 17: bytes.extracting(slot.name).isText("transfer-encoding")
        default: false
        }
    }
}

// MARK: - Text

extension ResponseSerializer {
    private static func statusLine(_ status: Status, into output: inout [UInt8]) {
        if status.code == 200 {
            append("HTTP/1.1 200 OK\r\n", to: &output)
            return
        }
        append("HTTP/1.1 ", to: &output)
        decimal(Int(status.code), into: &output)
        // RFC 9112 §4: the space stays when the reason is empty.
        append(" ", to: &output)
        append(status.reason, to: &output)
        append("\r\n", to: &output)
    }

    @inline(__always)
    private static func append(_ text: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func decimal(_ value: Int, into output: inout [UInt8]) {
        digits(value, base: 10, into: &output)
    }

    private static func hexadecimal(_ value: Int, into output: inout [UInt8]) {
        digits(value, base: 16, into: &output)
    }

    private static func digits(_ value: Int, base: Int, into output: inout [UInt8]) {
        var divisor = 1
        while value / divisor >= base { divisor *= base }
        while divisor > 0 {
            let digit = UInt8(value / divisor % base)
            output.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
            divisor /= base
        }
    }
}
