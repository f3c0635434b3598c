/// One step forward of a database's schema; never changed once it has run anywhere.
public struct Migration: Sendable {
    /// Its place in the order, from 1 without gaps.
    public let number: Int
    /// What it does, in a few words.
    public let name: String
    /// The statements, separated by semicolons, without parameters and without BEGIN or COMMIT.
    public let sql: String

    /// Declares a migration.
    public init(_ number: Int, _ name: String, _ sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }
}

/// Why a database was left as it is.
public enum MigrationError: Error, Equatable, CustomStringConvertible {
    /// A migration that has run reads differently now: write a new one instead.
    case changed(number: Int, name: String)
    /// The database has migrations this program does not know: it was made for an older one.
    case databaseIsNewer(database: Int, program: Int)
    /// The database lacks migrations, and this program may not run them.
    case databaseIsOlder(database: Int, program: Int)

    /// A sentence for the person who deploys.
    public var description: String {
        switch self {
        case .changed(let number, let name): "migration \(number) (\(name)) was changed after it had run: restore it and add a new one"
        case .databaseIsNewer(let database, let program): "the database is at migration \(database), this program knows \(program): deploy a newer one"
        case .databaseIsOlder(let database, let program): "the database is at migration \(database), this program needs \(program): run the migrations first"
        }
    }
}
