/// What the server said about a statement that failed. `message` and `detail` may hold values of the statement: they are for programs, not for logs.
public struct ServerError: Error, Sendable, Equatable {
    /// The condition.
    public var state: SQLState
    /// The server's sentence.
    public var message: String
    /// More of it, such as the key of a duplicate.
    public var detail: String?
    /// The server's advice.
    public var hint: String?
    /// Name of the violated constraint.
    public var constraint: String?
    /// Table concerned.
    public var table: String?
    /// Column concerned.
    public var column: String?
    /// Text of the statement with placeholders, when known.
    public var statement: String?

    /// Creates an error.
    public init(state: SQLState, message: String, detail: String? = nil, constraint: String? = nil) {
        self.state = state
        self.message = message
        self.detail = detail
        self.constraint = constraint
    }
}

extension ServerError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Bland.
    public var description: String { "the database refused a statement" }

    /// State, sentence, names and statement text, without values.
    public var debugDescription: String {
        var parts = ["server error \(state.code): \(messageWithoutValues)"]
        for (name, value) in [("constraint", constraint), ("table", table), ("column", column), ("hint", hint), ("statement", statement)] {
            if let value { parts.append("\(name): \(value.prefix(400))") }
        }
        return parts.joined(separator: "; ")
    }

    /// Class 22 (data exceptions) quotes the offending value after a colon: `invalid input syntax for type uuid: "…"`.
    private var messageWithoutValues: Substring {
        state.classCode == "22" || state.classCode == "P0" ? message.prefix { $0 != ":" && $0 != "\"" } : message.prefix(400)
    }
}
