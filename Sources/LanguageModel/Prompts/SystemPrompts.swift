public import AWS
import Crypto
import Encoding
import Platform

/// The system prompts of a program, read once at its start from Secrets Manager.
///
/// They are immutable: a program works with the versions it has read until it ends, and a new version comes with the next start of a task, as code does.
/// So an answer, its log line and what the guardrails compare with always speak of the same text, and no outage of Secrets Manager reaches a user.
public struct SystemPrompts: Sendable {
    /// The longest text, in tokens as they are estimated, about 4,500 letters: the question, the conversation and the answer need the rest of what one call
    /// may take.
    public static let maximumTokens = 1_500

    private let prompts: [String: SystemPrompt]

    /// Reads the secrets `prefix + name`; all problems are told together.
    public init(_ names: [String], from secrets: SecretsManagerClient, prefix: String) async throws(SystemPromptError) {
        var prompts: [String: SystemPrompt] = [:], problems: [SystemPromptError.Problem] = []
        for name in names {
            do throws(SystemPromptError.Problem) {
                prompts[name] = try await Self.read(name, prefix + name, secrets)
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw SystemPromptError(problems: problems) }
        self.prompts = prompts
    }

    private init(fixed texts: [String: String]) {
        prompts = Dictionary(
            uniqueKeysWithValues: texts.map { name, text in
                (name, SystemPrompt(name: name, version: "fixed-\(Hex.encode(SHA256.hash(text).prefix(4)))", text: text))
            })
    }

    /// Prompts that stand in the code, for tests; their version is the beginning of their hash.
    public static func fixed(_ texts: [String: String]) -> SystemPrompts { SystemPrompts(fixed: texts) }

    /// The prompt of a name. Ask at start-up and keep it: a name that was not read is our own mistake, and ends the program.
    public func prompt(_ name: String) -> SystemPrompt {
        guard let prompt = prompts[name] else { preconditionFailure("the system prompt \(name) is used, but was not read at start-up") }
        return prompt
    }

    private static func read(_ name: String, _ secret: String, _ secrets: SecretsManagerClient) async throws(SystemPromptError.Problem) -> SystemPrompt {
        let version: SecretVersion
        do throws(AWSError) {
            version = try await secrets.version(of: secret)
        } catch {
            throw error.code == "ResourceNotFoundException" ? .missing(secret) : .unreadable(secret, error.description)
        }
        let text = version.text.reveal()
        guard !text.allSatisfy(\.isWhitespace) else { throw .empty(secret) }
        guard TokenEstimate.tokens(in: text) <= maximumTokens else { throw .tooLong(secret) }
        return SystemPrompt(name: name, version: version.id, text: text)
    }
}

/// Why a program cannot start: system prompts that it needs are not there.
public struct SystemPromptError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with one.
    public enum Problem: Error, Sendable, Equatable {
        /// There is no such secret.
        case missing(String)
        /// Secrets Manager did not give it; the sentence says why.
        case unreadable(String, String)
        /// Nothing is in it.
        case empty(String)
        /// It is longer than `SystemPrompts.maximumTokens`.
        case tooLong(String)
    }

    /// At least one.
    public let problems: [Problem]

    /// What to do, for all of them.
    public var description: String {
        problems.map { problem in
            switch problem {
            case .missing(let secret): "the system prompt \(secret) is not in Secrets Manager: create it"
            case .unreadable(let secret, let reason): "the system prompt \(secret) cannot be read: \(reason)"
            case .empty(let secret): "the system prompt \(secret) is empty"
            case .tooLong(let secret):
                "the system prompt \(secret) takes more than \(SystemPrompts.maximumTokens) tokens, which is about \(3 * SystemPrompts.maximumTokens) letters: shorten it"
            }
        }.joined(separator: "; ")
    }
}
