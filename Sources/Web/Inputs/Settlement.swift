public import JSON

/// Settles the inputs of one request: every problem is gathered, any other error ends it.
@usableFromInline
struct Settlement {
    @usableFromInline var problems: [InputProblem] = []
    @usableFromInline var failure: (any Error)?

    @inlinable
    init() {}

    /// The input, or nil when it has problems or an earlier one failed.
    @inlinable
    mutating func settle<Input: RequestInput>(_ type: Input.Type, in context: RequestContext) async -> Input? {
        guard failure == nil else { return nil }
        do {
            return try await context.resolve(type)
        } catch let error as InvalidInput {
            problems += error.problems
        } catch {
            failure = error
        }
        return nil
    }

    /// Throws the failure, else all problems together.
    @inlinable
    func finish() throws {
        if let failure { throw failure }
        if !problems.isEmpty { throw sorted }
    }

    /// FastAPI tells of the path first and of the body last, however the handler lists its inputs; sorting is stable.
    @usableFromInline
    var sorted: InvalidInput { InvalidInput(problems: problems.sorted { Self.rank($0) < Self.rank($1) }) }

    private static func rank(_ problem: InputProblem) -> Int {
        ["path", "query", "header", "cookie", "body"].firstIndex { problem.loc.first == .name($0) } ?? 5
    }
}
