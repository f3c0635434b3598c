import JSON
import Postgres
import Web

/// The identifier of one kind of row, so that a word's cannot be taken for a group's.
///
/// A 64-bit number; it means something only together with the learner it belongs to.
struct Identifier<Kind: IdentifierKind>: RawRepresentable, Hashable, Sendable {
    let rawValue: Int
}

extension Identifier: PostgresEncodable, PostgresDecodable {}

extension Identifier: JSONWrapper, PathParameter {
    static var parameterName: String { Kind.parameterName }
}

/// What an identifier names.
protocol IdentifierKind: Sendable {
    /// Its name in paths.
    static var parameterName: String { get }
}

enum Kinds {
    enum Word: IdentifierKind { static let parameterName = "word_id" }
    enum Group: IdentifierKind { static let parameterName = "group_id" }
    enum Session: IdentifierKind { static let parameterName = "session_id" }
    enum Activity: IdentifierKind { static let parameterName = "activity_id" }
}

typealias WordID = Identifier<Kinds.Word>
typealias GroupID = Identifier<Kinds.Group>
typealias SessionID = Identifier<Kinds.Session>
typealias ActivityID = Identifier<Kinds.Activity>
