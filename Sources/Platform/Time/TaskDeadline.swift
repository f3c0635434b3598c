/// How long the current task may take still: the one notion of a deadline that travels from a request into what it waits for.
///
/// The route's deadline is set by whoever runs the task under a `DeadlineWatch`; a database pool and a client of other servers ask here before they
/// wait, and then wait no longer. Asking costs a look-up among the tasks under way, running a task under a watch nothing more than being cancelled in
/// time does. Known to the task itself, not to child tasks (`async let`, groups): they are cancelled with it.
public enum TaskDeadline {
    /// The time left, zero when it is over; nil when nobody has set a deadline.
    public static var remaining: Duration? { DeadlineWatch.remainingTime }

    /// As long as wanted, but not longer than is left.
    public static func bound(_ duration: Duration) -> Duration { remaining.map { min($0, duration) } ?? duration }
}
