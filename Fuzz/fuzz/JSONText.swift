import JSON

/// A text that is accepted reads the same when it is written anew; what is passed through unread is judged alike.
func fuzzJSON(_ input: [UInt8]) {
    guard let parsed = try? JSON.parse(input) else {
        require((try? JSON.read(RawJSON.self, from: input.span)) == nil, "broken text is passed through")
        return
    }
    guard let raw = try? JSON.read(RawJSON.self, from: input.span) else { fatalError("good text is not passed through") }
    require((try? JSON.parse(raw.bytes)) == parsed, "text that is passed through reads differently")
    // An infinite number cannot be written (RFC 8259 §6).
    guard parsed.isFinite else { return }
    let written = JSON.encode(parsed)
    require((try? JSON.parse(written)) == parsed, "a value written anew reads differently")
}

/// What the fast road takes, the thorough road takes too and with the same result; what either takes survives being written; problems are JSON.
func fuzzTypedJSON(_ input: [UInt8]) {
    check(Order.self, input)
    check([Order].self, input)
    check([String: Int].self, input)
}

private func check<Value: JSONValue & Equatable>(_ type: Value.Type, _ input: [UInt8]) {
    let parsed = try? JSON.parse(input)
    let fast = try? JSON.read(type, from: input.span)
    let thorough = parsed.flatMap { try? type.decode($0) }
    if let fast { require(fast == thorough, "\(type): the roads differ") }
    do throws(InvalidInput) {
        let value = try type.decode(json: input)
        require(value == thorough, "\(type): decoding differs from its thorough road")
        require((try? type.decode(json: JSON.encode(value))) == value, "\(type): a value written anew reads differently")
    } catch {
        require(thorough == nil, "\(type): decoding refuses what its thorough road takes")
        require((try? JSON.parse(error.body)) != nil, "\(type): the problems are no JSON")
    }
}

/// One field of most kinds.
private struct Order: JSONObject, Equatable {
    var name: String, quantity: Int, price: Double, isGift: Bool, tags: [String], notes: [String: String], password: String?, parts: [Order]
    static let json = Object(
        "Order", { Self(name: $0, quantity: $1, price: $2, isGift: $3, tags: $4, notes: $5, password: $6, parts: $7) },
        Field("name", \.name, .length(1...20)), Field("quantity", \.quantity, .range(1...1_000), default: 1), Field("price", \.price, default: 0),
        Field("is_gift", \.isGift, default: false), Field("tags", \.tags, .count(0...3), default: []), Field("notes", \.notes, default: [:]),
        Field("password", \.password, secret: true), Field("parts", \.parts, default: []))
}

extension JSONFragment {
    fileprivate var isFinite: Bool {
        switch self {
        case .double(let value): value.isFinite
        case .array(let values): values.allSatisfy(\.isFinite)
        case .object(let members): members.allSatisfy { $0.value.isFinite }
        default: true
        }
    }
}
