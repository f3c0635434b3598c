public import Platform

/// Something that a program does in place of serving, by an option on its command line: it prints a text and leaves.
public struct ServiceCommand: Sendable {
    /// The option, `--print-policy`.
    public let option: String
    /// What it does, for people.
    public let summary: String
    /// Gives the text; problems of settings are gathered in the environment.
    let text: @Sendable (inout EnvironmentReader) -> String

    /// A command.
    public init(_ option: String, _ summary: String, text: @escaping @Sendable (inout EnvironmentReader) -> String) {
        self.option = option
        self.summary = summary
        self.text = text
    }
}

extension ServiceCommand {
    /// What a command line asks for.
    enum Request: Sendable {
        /// No option: serve.
        case serve
        /// One command.
        case run(ServiceCommand)
        /// Something that is not known; the text names what is.
        case unknown(String)
    }

    /// Reads a command line, without the program's name.
    static func request(_ arguments: [String], among commands: [ServiceCommand]) -> Request {
        guard let option = arguments.first else { return .serve }
        if arguments.count == 1, let command = commands.first(where: { $0.option == option }) { return .run(command) }
        let known = commands.map { "\n  \($0.option)  \($0.summary)" }.joined()
        return .unknown("unknown option \(arguments.joined(separator: " ")); " + (known.isEmpty ? "there are none" : "there are:\(known)"))
    }
}
