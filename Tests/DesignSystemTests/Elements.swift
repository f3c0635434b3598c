/// An element's start tag in a page of ours, whose attribute values are all in double quotation marks.
struct Element: Equatable {
    var name: String
    var attributes: [String: String]

    subscript(attribute: String) -> String? { attributes[attribute] }
}

/// The start tags of a document in order.
///
/// Strict, as a test needs it: nil for a `<` that begins no tag, an attribute without a well-formed name, or a value without its closing mark.
func elements(of html: String) -> [Element]? {
    var rest = html[...], found: [Element] = []
    while let start = rest.firstIndex(of: "<") {
        rest = rest[rest.index(after: start)...]
        if rest.hasPrefix("!doctype html>") || rest.hasPrefix("/") {
            guard let end = rest.firstIndex(of: ">") else { return nil }
            rest = rest[rest.index(after: end)...]
        } else {
            guard let element = startTag(&rest) else { return nil }
            found.append(element)
        }
    }
    return found
}

private func startTag(_ rest: inout Substring) -> Element? {
    var element = Element(name: take(&rest), attributes: [:])
    guard !element.name.isEmpty else { return nil }
    while let next = rest.first {
        rest.removeFirst()
        switch next {
        case ">": return element
        case " ", "/":
            let name = take(&rest)
            guard !name.isEmpty else { continue }
            guard element.attributes[name] == nil else { return nil }
            element.attributes[name] = ""
            guard rest.hasPrefix("=") else { continue }
            rest.removeFirst()
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
            element.attributes[name] = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        default: return nil
        }
    }
    return nil
}

private func take(_ rest: inout Substring) -> String {
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    rest = rest.dropFirst(name.count)
    return String(name)
}
