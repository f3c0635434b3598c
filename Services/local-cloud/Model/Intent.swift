import JSON
import Japanese

/// What a prompt wants of a model.
enum Intent: String, CaseIterable { case vocabulary, haiku, translation, imagePrompt, reading, sentence, evaluation, smallTalk }

extension Intent {
    /// Recognised by plain clues: what the person asks counts most, then what the tool, its properties and the system prompt say.
    ///
    /// A turn that says nothing of itself, such as “make it happier”, goes on with what the turns before wanted.
    static func of(_ digest: PromptDigest) -> Intent {
        let newest = best(ask: digest.ask, frame: digest.frame)
        if newest != .smallTalk || digest.turns.count < 2 || SmallTalk.isGreeting(digest.ask) { return newest }
        return best(ask: digest.turns.dropLast().joined(separator: "\n"), frame: "")
    }

    private static func best(ask: String, frame: String) -> Intent {
        let ask = ask.lowercased(), frame = frame.lowercased()
        let scored = clues.map { intent, words in
            (intent, words.reduce(0) { $0 + (ask.contains($1.text) ? $1.weight * 3 : 0) + (frame.contains($1.text) ? $1.weight * 2 : 0) })
        }
        // Of equals the first; two weak clues make no intent.
        return scored.reduce((Intent.smallTalk, 5)) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    private static let clues: [(Intent, [(text: String, weight: Int)])] = [
        (
            .imagePrompt,
            [("image description", 6), ("image prompt", 6), ("image_description", 6), ("image_prompt", 6), ("describe an image", 5), ("illustration", 3)]
        ),
        (
            .evaluation,
            [
                ("evaluat", 4), ("grade", 3), ("assess", 3), ("handwrit", 3), ("attempt", 2), ("student wrote", 4), ("is_correct", 3), ("採点", 4),
                ("transcription", 2),
            ]
        ),
        (.translation, [("translat", 4), ("翻訳", 4), ("和訳", 4), ("英訳", 4), ("into japanese", 2), ("into english", 2), ("in japanese?", 2)]),
        (
            .vocabulary,
            [("vocab", 4), ("word list", 4), ("word_count", 4), ("japanese words", 4), ("words about", 4), ("words for", 3), ("単語", 4), ("group_name", 3)]
        ),
        (.sentence, [("sentence", 4), ("例文", 5)]),
        (.reading, [("furigana", 4), ("reading of", 4), ("読み方", 5), ("how do you read", 5), ("in romaji", 4), ("in hiragana", 4), ("transliterat", 4)]),
        (.haiku, [("haiku", 4), ("俳句", 4), ("5-7-5", 3), ("poem", 2)]),
    ]
}

/// A conversation as the model looks at it.
struct PromptDigest {
    /// What the person said, turn by turn.
    var turns: [String]
    /// System prompt, and the tool's name, description and property names.
    var frame: String
    var system: String
    /// The tool that is to be called.
    var tool: ToolSpecification?
    /// The schema the answer must fit, of the tool or named in the prompt.
    var schema: JSONFragment?

    /// The newest turn.
    var ask: String { turns.last ?? "" }
    var wantsJSON: Bool { schema != nil || "\(system) \(ask)".lowercased().contains("json") }
    /// Languages a text may be written in.
    struct Languages: OptionSet {
        let rawValue: Int
        static let japanese = Languages(rawValue: 1), english = Languages(rawValue: 2)
    }

    /// Those that the prompt names; else that of the person.
    var languages: Languages {
        let prompt = ([system] + turns).joined(separator: "\n").lowercased()
        var named: Languages = []
        if ["japanese", "日本語"].contains(where: prompt.contains) { named.insert(.japanese) }
        if ["english", "英語"].contains(where: prompt.contains) { named.insert(.english) }
        return named.isEmpty ? isJapanese ? .japanese : .english : named
    }
    var isJapanese: Bool {
        let scalars = ask.unicodeScalars
        return scalars.count(where: Kana.isJapanese) * 2 > scalars.count
    }

    init(_ request: ConverseRequest) {
        turns = request.messages.filter { $0.role == .user }.map(\.text)
        system = request.system.joined(separator: "\n")
        let hasResult = request.messages.last?.content.contains { if case .toolResult = $0 { true } else { false } } ?? false
        switch request.toolChoice {
        case .tool(let name): tool = request.tools.first { $0.name == name }
        case .any: tool = request.tools.first
        // A model that has its result goes on in words.
        case .automatic: tool = hasResult ? nil : request.tools.first
        }
        schema = tool?.schema ?? Self.schema(in: system) ?? Self.schema(in: turns.last ?? "")
        let names = schema.map { SchemaFitting.propertyNames($0).joined(separator: " ") } ?? ""
        frame = "\(system) \(tool?.name ?? "") \(tool?.summary ?? "") \(names)"
    }

    /// A JSON Schema that stands in a text.
    private static func schema(in text: String) -> JSONFragment? {
        guard text.contains("\"properties\""), let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end else { return nil }
        guard let found = try? JSON.parse(Array(text[start...end].utf8)), found["properties"] != nil else { return nil }
        return found
    }
}
