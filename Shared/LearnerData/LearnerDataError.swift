/// Why a step cannot be done, or a job not be asked for.
public enum LearnerDataError: Error, Equatable {
    /// The learner has asked for the deletion of everything.
    case isLeaving
    /// A handler gave more than a page may hold.
    case pageTooLarge(part: String, bytes: Int)
    /// The job is at a step that this program does not know; another version may.
    case unknownStep(String)
    /// A job was taken up too often without coming forward.
    case wornOut(String)
    /// A copy was taken back while it was being fetched.
    case copyIsGone
    /// A step took too long.
    case stepTooSlow(String)
}
