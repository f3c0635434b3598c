import JSON
import Japanese

/// How often the model answers as models do on a bad day, or in which way.
enum Carelessness: Sendable, Equatable {
    case never, always, oneInFive
    case kind(CarelessKind)

    /// `never`, `always`, `one-in-five`, or a kind such as `fences`.
    init?(_ text: String) {
        switch text {
        case "never": self = .never
        case "always": self = .always
        case "one-in-five": self = .oneInFive
        default:
            guard let kind = CarelessKind(rawValue: text) else { return nil }
            self = .kind(kind)
        }
    }

    /// What goes wrong with a call, if anything.
    func kind(_ random: inout SeededRandom) -> CarelessKind? {
        switch self {
        case .never: nil
        case .always: random.pick(CarelessKind.allCases)
        case .oneInFive: random.next() % 5 == 0 ? random.pick(CarelessKind.allCases) : nil
        case .kind(let kind): kind
        }
    }
}

/// A way to answer badly.
enum CarelessKind: String, Sendable, CaseIterable {
    case prose, fences
    case wrongCount = "wrong-count"
    case wrongRomaji = "wrong-romaji"
    case cutOff = "cut-off"
    case mixedLanguages = "mixed-languages"
    case empty
    case leakedCanary = "leaked-canary"
}

extension ConverseReply {
    /// The same answer on a bad day.
    func spoiled(_ kind: CarelessKind, system: String, random: inout SeededRandom) -> ConverseReply {
        var reply = self
        switch kind {
        case .prose: reply.blocks = blocks.flatMap(Self.wrapped)
        case .fences: reply = inFences()
        case .wrongCount: reply.blocks = blocks.map { $0.changed { $0.withWrongCount(drops: random.chance(0.5)) } }
        case .wrongRomaji: reply.blocks = blocks.map { $0.changed { $0.withWrongRomaji() } }
        case .cutOff: break
        case .mixedLanguages: reply.blocks = blocks.map { $0.changed { $0.withMixedLanguages() } }
        case .empty: reply.blocks = blocks.map(Self.emptied)
        case .leakedCanary: reply.blocks = blocks.map { $0.changed { $0.leaking(Self.piece(of: system)) } }
        }
        return reply
    }

    private static func wrapped(_ block: Block) -> [Block] {
        switch block {
        case .text(let text): [.text("Sure! Here is what you asked for:\n\n\(text)\n\nLet me know if you need anything else.")]
        case .toolUse: [.text("Sure! I will use the tool for that."), block]
        }
    }

    /// A tool's input that is told in words instead of called.
    private func inFences() -> ConverseReply {
        let texts = blocks.map { if case .toolUse(_, _, let input) = $0 { JSON.string(input) } else if case .text(let text) = $0 { text } else { "" } }
        return ConverseReply(blocks: [.text("```json\n\(texts.joined(separator: "\n"))\n```")], stopReason: .endTurn)
    }

    private static func emptied(_ block: Block) -> Block {
        switch block {
        case .text: .text("")
        case .toolUse(let id, let name, _): .toolUse(id: id, name: name, input: [:])
        }
    }

    private static func piece(of system: String) -> String { system.isEmpty ? "You are a helpful teacher of Japanese." : String(system.prefix(160)) }
}

extension ConverseReply.Block {
    /// Changes the JSON of a block; text that is no JSON counts as a string.
    fileprivate func changed(_ change: (JSONFragment) -> JSONFragment) -> ConverseReply.Block {
        switch self {
        case .toolUse(let id, let name, let input): return .toolUse(id: id, name: name, input: change(input))
        case .text(let text):
            guard let parsed = try? JSON.parse(Array(text.utf8)), parsed.members != nil else { return .text(FactNames.text(change(.string(text)))) }
            return .text(JSON.string(change(parsed)))
        }
    }
}

extension JSONFragment {
    /// The first list of objects or texts with one element fewer or twice the last.
    fileprivate func withWrongCount(drops: Bool) -> JSONFragment {
        switch self {
        case .array(let elements) where !elements.isEmpty: return .array(drops ? Array(elements.dropLast()) : elements + [elements[elements.count - 1]])
        case .object(var members):
            guard let index = members.firstIndex(where: { $0.value.arrayValue != nil }) else { return self }
            members[index].value = members[index].value.withWrongCount(drops: drops)
            return .object(members)
        case .string(let text):
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let kept: [Substring] = drops && lines.count > 1 ? Array(lines.dropLast()) : lines + [lines[lines.count - 1]]
            return .string(kept.joined(separator: "\n"))
        default: return self
        }
    }

    fileprivate func withWrongRomaji() -> JSONFragment {
        replacingTexts { name, text in
            guard name.contains("romaji") else { return text }
            return text.isEmpty ? "wrong" : text.replacing("ou", with: "o").replacing("u", with: "oo") + "n"
        }
    }

    fileprivate func withMixedLanguages() -> JSONFragment {
        replacingTexts { _, text in
            text.unicodeScalars.contains(where: Kana.isJapanese) ? "\(text) (eso es japonés)" : "\(text) 日本語で言うと難しい"
        }
    }

    fileprivate func leaking(_ secret: String) -> JSONFragment {
        var isDone = false
        return replacingTexts { _, text in
            defer { isDone = true }
            return isDone ? text : "\(text) \(secret)"
        }
    }

    private func replacingTexts(name: String = "", _ change: (_ name: String, _ text: String) -> String) -> JSONFragment {
        switch self {
        case .string(let text): .string(change(name, text))
        case .array(let elements): .array(elements.map { $0.replacingTexts(name: name, change) })
        case .object(let members): .object(members.map { .init($0.name, $0.value.replacingTexts(name: $0.name, change)) })
        default: self
        }
    }
}
