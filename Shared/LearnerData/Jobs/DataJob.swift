/// What a job is for.
enum JobKind: String, Sendable, CaseIterable {
    case export, deletion
}

/// Where a job stands.
enum JobState: String, Sendable {
    /// Nobody has begun.
    case asked
    /// Begun, at work or waiting for its next step.
    case working
    /// A copy that can be fetched.
    case ready
    /// Given up.
    case failed
    /// A deletion of which nothing is left but that it was done.
    case done
    /// A copy that nobody can fetch any more; its pieces are being swept away.
    case over
}

/// A job that somebody has leased.
struct DataJob: Sendable, Equatable {
    let id: Int
    let kind: JobKind
    let subject: String
    /// When it was asked for, in seconds since 1970.
    let askedAt: Int64
    /// The step at work; nil for the first.
    var step: String?
    /// Where in the step.
    var cursor: String?
    /// How many pieces of the copy there are.
    var pieces: Int
    /// How often it was taken up since it last came forward, this time included.
    var attempts: Int
    /// Who has it: written with every change, so that who has lost it changes nothing.
    let lease: String
}
