/// Finds values in the text of a prompt: between tags, after a label, in quotation marks.
struct PromptSlots {
    let text: String

    /// The value of one of these names: `<topic>…</topic>`, `"topic": "…"`, `topic: …` or `about …`.
    func value(_ names: [String]) -> String? {
        for name in names {
            if let tagged = between("<\(name)>", "</\(name)>") { return tagged }
            if let member = between("\"\(name)\": \"", "\"") ?? between("\"\(name)\":\"", "\"") { return member }
            if let labelled = label("\(name):") { return labelled }
        }
        return nil
    }

    /// What stands in the first pair of quotation marks.
    var quoted: String? {
        for (open, close) in [("「", "」"), ("“", "”"), ("\"", "\""), ("『", "』"), ("‘", "’"), (" '", "'")] {
            if let found = between(open, close) { return found }
        }
        return nil
    }

    /// What follows the last colon, or the last line.
    var ending: String {
        if let colon = text.lastIndex(where: { $0 == ":" || $0 == "：" }) {
            let rest = String(text[text.index(after: colon)...]).trimmed
            if !rest.isEmpty { return rest }
        }
        return String(text.split(separator: "\n").last ?? "").trimmed
    }

    /// What follows a word like `about`, up to the end of the sentence.
    func after(_ words: [String]) -> String? {
        for word in words {
            guard let range = text.lowercased().firstRange(of: " \(word) ") else { continue }
            let distance = text.lowercased().distance(from: text.lowercased().startIndex, to: range.upperBound)
            guard distance < text.count else { continue }
            let rest = text[text.index(text.startIndex, offsetBy: distance)...].prefix { !".!?。\n,;".contains($0) }
            let found = String(rest).trimmed
            if !found.isEmpty { return found }
        }
        return nil
    }

    /// The number before one of these words, or after their label, within 1…50.
    func count(_ words: [String]) -> Int? {
        let tokens = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        for (index, token) in tokens.enumerated() {
            guard let number = Int(token) ?? Self.numbers[token], (1...50).contains(number) else { continue }
            if tokens[(index + 1)...].prefix(4).contains(where: words.contains) { return number }
            if tokens[..<index].suffix(3).contains(where: { ["count", "number"].contains($0) || words.contains($0) }) { return number }
            if text.contains("\(number)個") || text.contains("\(number)語") { return number }
        }
        return nil
    }

    private static let numbers = ["one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10]

    private func between(_ open: String, _ close: String) -> String? {
        guard let start = text.firstRange(of: open) else { return nil }
        let rest = text[start.upperBound...]
        guard let end = rest.firstRange(of: close) else { return nil }
        let found = String(rest[..<end.lowerBound]).trimmed
        return found.isEmpty ? nil : found
    }

    private func label(_ name: String) -> String? {
        // Not within another word: `topic:` is no part of `subtopic:`.
        for line in text.split(separator: "\n") {
            guard let range = line.lowercased().firstRange(of: name),
                let start = line.index(
                    line.startIndex, offsetBy: line.lowercased().distance(from: line.lowercased().startIndex, to: range.lowerBound), limitedBy: line.endIndex)
            else { continue }
            if start > line.startIndex, line[line.index(before: start)].isLetter { continue }
            let found = String(line[start...].dropFirst(name.count)).trimmed.filter { $0 != "\"" }
            if !found.isEmpty { return found }
        }
        return nil
    }
}
