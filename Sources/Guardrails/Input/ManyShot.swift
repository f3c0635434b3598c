/// Made-up dialogues: several turns of two speakers, one of them a machine, in one message.
enum ManyShot {
    private static let maximumTurns = 3

    /// A finding when the lines of a folded text take turns too often.
    static func finding(in folded: borrowing Span<UInt8>) -> Finding? {
        var turns = 0
        var answers = 0
        var start = 0
        for index in 0...folded.count where index == folded.count || folded[index] == 0x0A {
            switch speaker(folded, start..<index) {
            case .machine:
                answers += 1
                turns += 1
            case .person: turns += 1
            case nil: break
            }
            start = index + 1
        }
        return answers >= maximumTurns && turns >= 2 * maximumTurns ? Finding(.manyShot, rule: "many-shot.turns") : nil
    }

    private enum Speaker {
        case person, machine
    }

    private static func speaker(_ text: borrowing Span<UInt8>, _ line: Range<Int>) -> Speaker? {
        var name: [UInt8] = []
        for index in line {
            let byte = text[index]
            if byte == UInt8(ascii: ":") { break }
            if name.count > 12 { return nil }
            if Alphabet.isLetter(byte) || byte >= 0x80 { name.append(byte) }
            if index == line.upperBound - 1 { return nil }
        }
        return speakers[name]
    }

    private static let speakers: [[UInt8]: Speaker] = {
        var speakers: [[UInt8]: Speaker] = [:]
        for name in [
            "user", "human", "question", "q", "me", "you", "client", "person", "ユーザー", "ユーザ", "人間", "質問", "用户", "人类", "问", "사용자", "질문", "benutzer", "nutzer",
            "usuario", "utilisateur", "mensch", "frage",
        ] {
            speakers[Array(name.utf8)] = .person
        }
        for name in [
            "assistant", "ai", "bot", "chatbot", "model", "chatgpt", "gpt", "claude", "answer", "a", "assistent", "ki", "アシスタント", "回答", "助手", "答", "어시스턴트",
            "답변", "asistente", "system", "response", "antwort", "llm",
        ] {
            speakers[Array(name.utf8)] = .machine
        }
        return speakers
    }()
}
