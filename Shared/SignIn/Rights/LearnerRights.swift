public import Platform

/// What a learner may demand of those who hold data about them: a copy of everything, and its deletion. Both are jobs that go on by themselves, also
/// after a restart; who asks looks now and then how far they are.
public protocol LearnerRights: Sendable {
    /// How far the newest copy is.
    func export(of subject: String) async throws -> ExportProgress
    /// Asks for a copy; while one is being made, nothing more. The request is named in the audit line.
    func askForExport(of subject: String, requestID: String) async throws
    /// The ready copy; nil where there is none.
    func exportContent(of subject: String) async throws -> ExportContent?
    /// How far the deletion is.
    func deletion(of subject: String) async throws -> DeletionProgress
    /// Asks for the deletion of the account and of everything we hold; a failed one goes on where it stopped. The
    /// request is named in the audit line.
    func askForDeletion(of subject: String, requestID: String) async throws
}

/// A ready copy: a JSON document that is cut anywhere into pieces, which are fetched one by one.
public struct ExportContent: Sendable {
    /// How long it is.
    public let lengthBytes: Int
    /// How many pieces there are.
    public let pieceCount: Int
    /// Fetches a piece, from 0; throws when the copy has been taken back meanwhile, so that nobody takes half of it for the whole.
    public let piece: @Sendable (Int) async throws -> [UInt8]

    /// A copy.
    public init(lengthBytes: Int, pieceCount: Int, piece: @escaping @Sendable (Int) async throws -> [UInt8]) {
        self.lengthBytes = lengthBytes
        self.pieceCount = pieceCount
        self.piece = piece
    }
}

/// How far a copy is.
public enum ExportProgress: Sendable, Equatable {
    /// None was asked for, or it was there too long ago.
    case none
    /// Asked for, not begun.
    case asked(at: UnixTime)
    /// Being gathered.
    case working
    /// There, until a time.
    case ready(until: UnixTime)
    /// It failed for good; one may ask again.
    case failed
}

/// How far a deletion is.
public enum DeletionProgress: Sendable, Equatable {
    /// None was asked for.
    case none
    /// Asked for, not begun.
    case asked(at: UnixTime)
    /// Being done.
    case working
    /// It stopped midway; one may ask again.
    case failed
}
