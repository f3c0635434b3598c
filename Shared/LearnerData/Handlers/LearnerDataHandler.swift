/// A part of what we hold about learners: whoever keeps rows, objects or anything else of theirs registers one, and so joins the copies that learners ask
/// for and the deletion of their accounts.
///
/// A job is done in steps, each of them a call here. A step that fails, or whose task ends midway, is done again, so that every step must be good to do
/// twice; and each does a bounded part of the work within seconds, so that a learner with 100,000 words takes many steps and little memory.
public protocol LearnerDataHandler: Sendable {
    /// The name of the part: a member of the copy, and how a job remembers where it is; so it stays as it is. Of `a…z` and `_`, at most 64.
    var name: String { get }
    /// The items behind a cursor, in an order that does not change while they are read.
    ///
    /// - Parameter cursor: nil for the first page, else what the page before named.
    func export(of subject: String, after cursor: String?) async throws -> ExportPage
    /// Deletes some of the learner's items, and tells whether there may be more. Without any it is complete.
    func delete(of subject: String) async throws -> DeletionPart
}

/// How far a part is deleted.
public enum DeletionPart: Sendable, Equatable {
    /// Some are gone; call again.
    case more
    /// Nothing of the learner is left here.
    case complete
}
