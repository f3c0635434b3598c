import WebSocketCore

/// Frames mean the same however they arrive, with compression and without; messages keep their bound, and written anew they are read back.
func fuzzWebSocket(_ input: [UInt8]) {
    for deflate in [nil, PerMessageDeflate()] {
        let whole = FrameReading(input, deflate, arrivingAt: [input.count])
        for ends in arrivals(of: input.count) { require(FrameReading(input, deflate, arrivingAt: ends) == whole, "frames depend on their splits: \(ends)") }
        requireSurvival(of: whole.events, deflate)
    }
}

/// What came of a client's bytes.
private struct FrameReading: Equatable {
    static var limits: WebSocketLimits {
        var limits = WebSocketLimits()
        limits.messageBytes = 20_000
        limits.fragmentCount = 50
        return limits
    }

    var events: [WebSocketEvent] = []
    var failure: WebSocketError?

    init(_ bytes: [UInt8], _ deflate: PerMessageDeflate?, arrivingAt ends: [Int]) {
        var decoder = WebSocketDecoder(from: .client, limits: Self.limits, deflate: deflate)
        var start = 0
        do throws(WebSocketError) {
            for end in ends {
                while start < end {
                    let (event, consumed) = try decoder.next(bytes.span.extracting(start..<end))
                    require(consumed > 0 && consumed <= end - start, "nothing was used, or more than there was")
                    require(event != nil || consumed == end - start, "bytes were left over")
                    start += consumed
                    if let event { add(event) }
                }
            }
        } catch {
            // Which fault of a compressed message is met first may depend on the pieces in which it is decompressed.
            failure = deflate == nil ? error : .closed
        }
    }

    private mutating func add(_ event: WebSocketEvent) {
        switch event {
        case .message(let message): require(message.byteCount <= Self.limits.messageBytes, "a message is above its bound")
        case .ping(let payload), .pong(let payload): require(payload.count <= 125, "a control frame is above its bound")
        case .close(_, let reason): require(reason.utf8.count <= 123, "a reason is above its bound")
        }
        events.append(event)
    }
}

/// Messages as our server would send them, read by our client.
private func requireSurvival(of events: [WebSocketEvent], _ deflate: PerMessageDeflate?) {
    let messages = events.compactMap { if case .message(let message) = $0 { message } else { nil } }
    var encoder = WebSocketEncoder(.server, deflate: deflate)
    var wire: [UInt8] = []
    for message in messages { encoder.write(message, into: &wire) }
    var decoder = WebSocketDecoder(from: .server, deflate: deflate)
    var start = 0
    for message in messages {
        guard let (event, consumed) = try? decoder.next(wire.span.extracting(start...)) else { fatalError("our own frames are refused") }
        require(event == .message(message), "a message written anew reads differently")
        start += consumed
    }
    require(start == wire.count, "more was written than the messages")
}
