import Glibc

/// Ignores SIGPIPE from now on, unless the process has a handler of its own: writing to a reader that has gone is an error then, and does not end the process.
///
/// Called by whatever writes to pipes and sockets, before it begins: libcurl saves the setting and restores it later, so that one made meanwhile is lost.
public func ignoreBrokenPipeSignal() {
    var current = sigaction()
    guard sigaction(SIGPIPE, nil, &current) == 0, current.__sigaction_handler.sa_handler == nil else { return }
    _ = signal(SIGPIPE, SIG_IGN)
}
