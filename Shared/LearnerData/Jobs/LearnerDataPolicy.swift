/// How jobs go on.
public struct LearnerDataPolicy: Sendable, Equatable {
    /// For how long a task has a job from step to step; another takes it up afterwards. Clocks of tasks may differ by less than what a step leaves of it.
    public var lease: Duration = .seconds(90)
    /// How long a step may take.
    public var stepLimit: Duration = .seconds(45)
    /// After so many steps another job has its turn.
    public var stepsPerTurn = 64
    /// How often a task looks for what is due; what is asked for at this task begins at once.
    public var pollInterval: Duration = .seconds(5)
    /// How often a job is taken up without coming forward before it is given up.
    public var attemptLimit = 12
    /// The same for a deletion whose learner cannot ask again, as the account is gone: a week.
    public var lateAttemptLimit = 700
    /// The first wait after a failure; each is twice the one before.
    public var firstPause: Duration = .seconds(5)
    /// The longest wait.
    public var longestPause: Duration = .seconds(900)
    /// How long a copy can be fetched.
    public var exportLifetime: Duration = .seconds(7 * 86_400)
    /// When the last access token of a deleted account has expired: an hour, and what clocks may differ by.
    public var tokenLifetime: Duration = .seconds(3_900)

    /// The defaults.
    public init() {}

    /// How long to wait after so many failures in a row, from 1.
    func pause(after attempts: Int) -> Duration { min(longestPause, firstPause * (1 << min(attempts - 1, 20))) }
}
