/// Gathers the fields that decide about framing and the connection, and concludes from them all (RFC 9112 §6 and §9).
struct FramingFields: Sendable {
    private var hasHost = false
    private var contentLength: Int?
    private var hasTransferEncoding = false
    private var endsInChunked = false
    private var hasUnknownCoding = false
    private var saysClose = false
    private var saysKeepAlive = false
    private var expectsContinue = false
    private var expectsElse = false

    /// What the fields of a head say together.
    struct Conclusion: Equatable {
        var framing: BodyFraming
        var keepAlive: Bool
        var expectsContinue: Bool
    }

    /// Takes a field of the head into account; `section` is what the slot counts from.
    @inline(__always)
    mutating func note(_ slot: Fields.Slot, in section: Span<UInt8>) throws(ParseError) {
        // The length tells nearly all other fields apart without reading their names.
        switch slot.nameLength {
        case 4 where section.extracting(slot.name).isText("host"): try noteHost(section.extracting(slot.value))
        case 6 where section.extracting(slot.name).isText("expect"): noteExpectation(section.extracting(slot.value))
        case 10 where section.extracting(slot.name).isText("connection"): noteConnection(section.extracting(slot.value))
        case 14 where section.extracting(slot.name).isText("content-length"): try noteContentLength(section.extracting(slot.value))
        case 17 where section.extracting(slot.name).isText("transfer-encoding"): try noteTransferEncoding(section.extracting(slot.value))
        default: break
        }
    }

    /// Decides once the head is whole.
    func conclude(minorVersion: UInt8) throws(ParseError) -> Conclusion {
        let framing = try framing(minorVersion: minorVersion)
        // RFC 9112 §3.2: only HTTP/1.0 may go without.
        guard hasHost || minorVersion == 0 else { throw .badHost }
        // RFC 9110 §10.1.1: the expectations of an HTTP/1.0 client are ignored.
        if expectsElse, minorVersion > 0 { throw .unknownExpectation }
        let hasContent = framing != .none && framing != .length(0)
        return Conclusion(
            framing: framing, keepAlive: !saysClose && (minorVersion > 0 || saysKeepAlive),
            expectsContinue: expectsContinue && minorVersion > 0 && hasContent)
    }

    private func framing(minorVersion: UInt8) throws(ParseError) -> BodyFraming {
        guard hasTransferEncoding else { return contentLength.map { .length($0) } ?? .none }
        if contentLength != nil { throw .conflictingFraming }
        if minorVersion == 0 { throw .badTransferEncoding }
        if hasUnknownCoding { throw .unknownTransferCoding }
        return .chunked
    }
}

extension FramingFields {
    private mutating func noteHost(_ value: Span<UInt8>) throws(ParseError) {
        guard !hasHost, HostSyntax.isAuthority(value) else { throw .badHost }
        hasHost = true
    }

    private mutating func noteExpectation(_ value: Span<UInt8>) {
        if value.isText("100-continue") { expectsContinue = true } else { expectsElse = true }
    }

    private mutating func noteConnection(_ value: Span<UInt8>) {
        var elements = ListElements()
        while let element = elements.next(in: value) {
            if value.extracting(element).isText("close") { saysClose = true }
            if value.extracting(element).isText("keep-alive") { saysKeepAlive = true }
        }
    }

    /// One number; lists and repetitions are refused even when their values agree (RFC 9110 §8.6 leaves that to us).
    private mutating func noteContentLength(_ value: Span<UInt8>) throws(ParseError) {
        guard contentLength == nil, !value.isEmpty else { throw .badContentLength }
        var length = 0
        for index in value.indices {
            let digit = value[index] &- UInt8(ascii: "0")
            guard digit < 10 else { throw .badContentLength }
            let (product, overflowed) = length.multipliedReportingOverflow(by: 10)
            let (sum, overflowedToo) = product.addingReportingOverflow(Int(digit))
            guard !overflowed, !overflowedToo else { throw .badContentLength }
            length = sum
        }
        contentLength = length
    }

    /// Codings in order: after `chunked` nothing may follow, and `chunked` has no parameters (RFC 9112 §6.1 and §7.1).
    private mutating func noteTransferEncoding(_ value: Span<UInt8>) throws(ParseError) {
        hasTransferEncoding = true
        var elements = ListElements()
        while let element = elements.next(in: value) {
            guard !endsInChunked else { throw .badTransferEncoding }
            try noteCoding(value.extracting(element))
        }
    }

    private mutating func noteCoding(_ coding: Span<UInt8>) throws(ParseError) {
        let name = coding.extracting(ListElements.trimmed(0..<coding.firstPlace(of: UInt8(ascii: ";"), from: 0), of: coding))
        guard !name.isEmpty else { throw .badTransferEncoding }
        for index in name.indices where !FieldSyntax.isTokenByte(name[index]) { throw .badTransferEncoding }
        if !name.isText("chunked") {
            hasUnknownCoding = true
        } else if name.count == coding.count {
            endsInChunked = true
        } else {
            throw .badTransferEncoding
        }
    }
}
