extension JSONFragment {
    /// A copy that costs at most about this many bytes as text: long strings are cut with `…`, elements and members beyond it left out.
    ///
    /// Problems echo what was sent; nobody shall make the server send megabytes back.
    func bounded(bytes limit: Int) -> (copy: JSONFragment, bytes: Int) {
        var left = limit
        let copy = bounded(&left)
        return (copy, limit - left)
    }

    /// A copy without the values that no echo has room for, texts and names whole: what is done to it afterwards costs no more than the echo.
    func pruned() -> JSONFragment {
        // Each value takes two bytes of an echo or more.
        var left = ProblemCollector.maximumEchoBytes / 2
        return pruned(&left)
    }

    private func pruned(_ left: inout Int) -> JSONFragment {
        left -= 1
        switch self {
        case .array(let elements):
            var kept: [JSONFragment] = []
            for element in elements {
                guard left > 0 else { break }
                kept.append(element.pruned(&left))
            }
            return .array(kept)
        case .object(let members):
            var kept: [Member] = []
            for member in members {
                guard left > 0 else { break }
                kept.append(Member(member.name, member.value.pruned(&left)))
            }
            return .object(kept)
        default: return self
        }
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
