/// Made-up dialogues: several turns of two speakers, one of them a machine, in one message.
enum ManyShot {
    private static let fewestAnswers = 3

    /// A finding when the lines of a folded text take turns too often: those of a person and of a machine, or those of any two whose words are suspicious.
    static func finding(in folded: borrowing Span<UInt8>, isSuspicious: Bool) -> Finding? {
        var persons = 0
        var machines = 0
        var labels: [UInt64: Int] = [:]
        var start = 0
        for index in 0...folded.count where index == folded.count || folded[index] == 0x0A {
            let line = start..<index
            start = index + 1
            guard let end = label(folded, line) else { continue }
            let name = line.lowerBound..<end
            if isAny(folded, name, of: Self.persons) { persons += 1 } else if isAny(folded, name, of: Self.machines) { machines += 1 }
            if isSuspicious { labels[hash(folded, name), default: 0] += 1 }
        }
        let isDialogue = machines >= fewestAnswers && persons >= fewestAnswers
        let isPattern = isSuspicious && labels.values.filter { $0 >= fewestAnswers }.count >= 2
        return isDialogue || isPattern ? Finding(.manyShot, rule: "many-shot.turns") : nil
    }

    /// Where a speaker's name ends at the start of a line: at a colon, or at a quotation mark.
    private static func label(_ text: borrowing Span<UInt8>, _ line: Range<Int>) -> Int? {
        for index in line.prefix(24) where text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "\"") {
            return index > line.lowerBound ? index : nil
        }
        return nil
    }

    private static func hash(_ text: borrowing Span<UInt8>, _ name: Range<Int>) -> UInt64 {
        // Numbers count turns.
        name.reduce(5_381) { Alphabet.isDigit(text[$1]) ? $0 : $0 &* 33 &+ UInt64(text[$1]) }
    }

    private static func isAny(_ text: borrowing Span<UInt8>, _ name: Range<Int>, of names: [StaticString]) -> Bool {
        var end = name.upperBound
        while end > name.lowerBound, text[end - 1] == 0x20 || Alphabet.isDigit(text[end - 1]) || text[end - 1] == UInt8(ascii: "*") { end -= 1 }
        var start = name.lowerBound
        while start < end, text[start] == UInt8(ascii: "*") || text[start] == UInt8(ascii: "#") || text[start] == 0x20 || text[start] == UInt8(ascii: "[") {
            start += 1
        }
        for candidate in names where candidate.utf8CodeUnitCount == end - start {
            var isSame = true
            for place in start..<end where text[place] != candidate.utf8Start[place - start] { isSame = false }
            if isSame { return true }
        }
        return false
    }

    private static let persons: [StaticString] = [
        "user", "human", "me", "ユーザー", "ユーザ", "人間", "用户", "用戶", "人类", "사용자", "인간", "benutzer", "nutzer", "mensch", "usuario", "humano", "utilisateur", "humain",
        "question", "frage", "pregunta",
    ]
    private static let machines: [StaticString] = [
        "assistant", "ai", "bot", "chatbot", "model", "chatgpt", "gpt", "claude", "llm", "response", "アシスタント", "ボット", "助手", "机器人", "어시스턴트", "봇", "assistent",
        "ki",
        "asistente", "ia", "system", "assistante", "answer", "antwort", "respuesta",
    ]
}
