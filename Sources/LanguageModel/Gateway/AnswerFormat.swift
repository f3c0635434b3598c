import AWS
import JSON

/// What an answer should be, and how it is read.
struct AnswerFormat<Value: Sendable>: Sendable {
    /// Given to the model, which must use it; nil for plain words.
    var tool: ToolSpecification?
    /// Enters the cache's key.
    var name: String
    /// Reads what passed the guardrails; throws what is wrong with it, in sentences for the model.
    var read: @Sendable (String) throws(AnswerProblems) -> Value

    /// What is to be judged and read of an answer; nil when there is none.
    func text(of response: ConverseResponse) -> String? {
        guard let tool else { return response.text }
        if let use = response.message.toolUses.first(where: { $0.name == tool.name }) { return JSON.string(use.input) }
        return EmbeddedJSON.find(in: response.text)
    }
}

/// What is wrong with an answer.
struct AnswerProblems: Error, Sendable, Equatable {
    static let maximumCount = 10

    let sentences: [String]

    /// The first ones: a model repairs a few things or none.
    init(_ sentences: [String]) { self.sentences = Array(sentences.prefix(Self.maximumCount)) }

    /// The request to do better.
    var repairRequest: String {
        "Your answer cannot be used:\n" + sentences.map { "- \($0)" }.joined(separator: "\n") + "\nAnswer the same question again without these problems."
    }
}

extension AnswerFormat where Value == String {
    /// Words.
    static func text(_ check: @escaping @Sendable (String) -> [String]) -> AnswerFormat {
        AnswerFormat(tool: nil, name: "text") { (text) throws(AnswerProblems) in
            guard !text.allSatisfy(\.isWhitespace) else { throw AnswerProblems(["It is empty."]) }
            let problems = check(text)
            guard problems.isEmpty else { throw AnswerProblems(problems) }
            return text
        }
    }
}

extension AnswerFormat where Value: JSONObject {
    /// An object of a declared type: the model is given a tool that takes such a one.
    static func object(_ type: Value.Type, _ check: @escaping @Sendable (Value) -> [String]) -> AnswerFormat {
        let schema = ToolSchema.schema(of: type)
        let tool = ToolSpecification(name: "answer", description: "Takes the answer.", inputSchema: schema)
        return AnswerFormat(tool: tool, name: JSON.string(schema)) { (text) throws(AnswerProblems) in
            let value: Value
            let bytes = Array(text.utf8)
            do throws(InvalidInput) {
                value = try Value.decode(json: bytes, location: [])
            } catch {
                throw AnswerProblems(error.problems.map(\.sentence))
            }
            let problems = check(value)
            guard problems.isEmpty else { throw AnswerProblems(problems) }
            return value
        }
    }
}

extension InputProblem {
    /// Where and what, without what was written there.
    fileprivate var sentence: String {
        let place = loc.map { step in
            switch step {
            case .name(let name): name
            case .index(let index): "\(index)"
            }
        }
        return "\(place.isEmpty ? "The answer" : place.joined(separator: ".")): \(msg)"
    }
}
