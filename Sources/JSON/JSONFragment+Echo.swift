extension JSONFragment {
    /// A copy that costs at most about this many bytes as text: long strings are cut with `…`, elements and members beyond it left out.
    ///
    /// Problems echo what was sent; nobody shall make the server send megabytes back.
    func bounded(bytes limit: Int) -> (copy: JSONFragment, bytes: Int) {
        var left = limit
        let copy = bounded(&left)
        return (copy, limit - left)
    }

    private func bounded(_ left: inout Int) -> JSONFragment {
        switch self {
        case .string(let text): return .string(Self.cut(text, &left))
        case .largeInteger(let digits):
            left -= digits.utf8.count
            return left >= 0 ? self : .string("…")
        case .array(let elements):
            left -= 2
            var kept: [JSONFragment] = []
            for element in elements {
                guard left > 0 else { break }
                kept.append(element.bounded(&left))
            }
            return .array(kept)
        case .object(let members):
            left -= 2
            var kept: [Member] = []
            for member in members {
                guard left > 0 else { break }
                kept.append(Member(Self.cut(member.name, &left), member.value.bounded(&left)))
            }
            return .object(kept)
        case .null, .bool, .int, .double:
            left -= 8
            return self
        }
    }

    private static func cut(_ text: String, _ left: inout Int) -> String {
        let room = max(left, 16), cost = text.utf8.count + 2
        left -= min(cost, room)
        return cost <= room ? text : String(text.unicodeScalars.prefix(room / 4)) + "…"
    }
}
