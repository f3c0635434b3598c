/// An element's start tag in a page of ours, whose attribute values are all in double quotation marks.
public struct Element: Equatable {
    /// In lower case, as our pages write it.
    public var name: String
    /// By their names.
    public var attributes: [String: String]

    /// The value of an attribute.
    public subscript(attribute: String) -> String? { attributes[attribute] }
}

/// The start tags of a document in order.
///
/// Strict, as a test needs it: nil for a `<` that begins no tag, an attribute without a well-formed name, or a value without its closing mark.
public func elements(of html: String) -> [Element]? {
    var rest = Array(html.utf8)[...], found: [Element] = []
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
        rest = rest[(start + 1)...]
        if rest.starts(with: "!doctype html>".utf8) || rest.starts(with: "/".utf8) {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            rest = rest[(end + 1)...]
        } else {
            guard let element = startTag(&rest) else { return nil }
            found.append(element)
        }
    }
    return found
}

private func startTag(_ rest: inout ArraySlice<UInt8>) -> Element? {
    var element = Element(name: take(&rest), attributes: [:])
    guard !element.name.isEmpty else { return nil }
    while let next = rest.popFirst() {
        switch next {
        case UInt8(ascii: ">"): return element
        case UInt8(ascii: " "), UInt8(ascii: "/"):
            let name = take(&rest)
            guard !name.isEmpty else { continue }
            guard element.attributes[name] == nil else { return nil }
            element.attributes[name] = ""
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            guard rest.popFirst() == UInt8(ascii: "\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            element.attributes[name] = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
        default: return nil
        }
    }
    return nil
}

private func take(_ rest: inout ArraySlice<UInt8>) -> String {
    let name = rest.prefix { byte in
        let letter = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    rest = rest[name.endIndex...]
    return String(decoding: name, as: UTF8.self)
}
