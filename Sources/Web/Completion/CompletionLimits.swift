/// Bounds on what requests leave to be done after their answers.
public struct CompletionLimits: Sendable {
    /// Tasks one request may leave; one more is our own mistake and answers 500.
    public var tasksPerRequest = 16
    /// Tasks of all requests together that wait or run; one more answers 503.
    public var tasksUnderWay = 1_000
    /// How long a task may take before it is cancelled and the next begins.
    public var taskLimit: Duration = .seconds(30)
    /// How long a clean-up may take before it is cancelled and the next begins.
    public var releaseLimit: Duration = .seconds(5)

    /// The defaults.
    public init() {}
}
