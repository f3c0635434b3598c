import HTTPCore
import JSON
import Web

/// `Idempotency-Key`: a request that is sent again under its key is answered again, not done again. Kept for 24 hours per learner.
struct IdempotencyKey: RequestInput {
    /// 1 to 255 visible ASCII characters, or nil when none was sent.
    let text: String?

    static func resolve(in context: RequestContext) async throws -> IdempotencyKey {
        guard let text = context.request.fields[FieldName(fieldName)] else { return IdempotencyKey(text: nil) }
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw malformed(text) }
        return IdempotencyKey(text: text)
    }

    static func describe(in operation: inout Operation) {
        operation.take(
            OperationParameter(
                fieldName, in: .header, isRequired: false,
                description:
                    "Names this request: sent again within 24 hours it is answered again, not done again. Another body under the same key is 422; 409 while the first is at work."
            ) { _ in
                ["type": "string", "pattern": "^[!-~]{1,255}$", "examples": ["0b6c5f1e-6a55-4a9e-9d5e-3f1d2c7b8a90"]]
            })
        operation.mayAnswer(.conflict, "A request with this key is at work, or the learner has as much as fits.")
        operation.mayAnswer(.tooManyRequests, "Too many keys within 24 hours.")
    }

    /// What is asked for under the key, nil without one.
    func request(_ operation: String, _ body: some JSONValue) -> IdempotentRequest? {
        text.map { IdempotentRequest(key: $0, asking: operation + "\n" + JSON.string(body)) }
    }

    static func malformed(_ text: String) -> InvalidInput {
        var problems = ProblemCollector(location: ["header", .name(fieldName)])
        problems.add("value_error", "Value error, use 1 to 255 visible ASCII characters", input: .string(text))
        return InvalidInput(problems: problems.problems)
    }

    static var reused: InvalidInput {
        var problems = ProblemCollector(location: ["header", .name(fieldName)])
        problems.add("value_error", "Value error, this key was used for another request; choose a new one", input: nil)
        return InvalidInput(problems: problems.problems)
    }

    private static let fieldName = "Idempotency-Key"
}
