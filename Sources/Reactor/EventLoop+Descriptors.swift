import CEpoll
import Glibc

extension EventLoop {
    /// Watches a non-blocking descriptor; `handler` is kept until `deregister`.
    ///
    /// - Throws: `SystemError` when epoll refuses (no memory, watches used up).
    public func register(_ descriptor: Int32, for interest: Readiness, _ handler: any ReadinessHandler) throws(SystemError) -> ReadinessToken {
        let slot = Int(descriptor)
        if slot >= entries.count { entries.append(contentsOf: repeatElement(Entry(), count: max(64, slot + 1 - entries.count))) }
        entries[slot].generation &+= 1
        let token = ReadinessToken(descriptor: descriptor, generation: entries[slot].generation)
        guard cepoll_add(executor.epoll, descriptor, interest.rawValue, token.bits) == 0 else { throw SystemError(call: "epoll_ctl", code: cepoll_errno()) }
        entries[slot].handler = handler
        return token
    }

    /// Changes what a registered descriptor is watched for.
    public func modify(_ token: ReadinessToken, for interest: Readiness) {
        guard isLive(token) else { return }
        _ = cepoll_modify(executor.epoll, token.descriptor, interest.rawValue, token.bits)
    }

    /// Stops watching; call it before closing the descriptor.
    public func deregister(_ token: ReadinessToken) {
        guard isLive(token) else { return }
        _ = cepoll_remove(executor.epoll, token.descriptor)
        entries[Int(token.descriptor)].handler = nil
        entries[Int(token.descriptor)].generation &+= 1
    }

    private func isLive(_ token: ReadinessToken) -> Bool {
        Int(token.descriptor) < entries.count && entries[Int(token.descriptor)].generation == token.generation
    }

    /// Sends the gathered output of `item` once what is to run in this pass has run, at the latest at its end.
    ///
    /// The caller remembers that it asked, and asks again only after it was flushed.
    public func flushLater(_ item: any Flushable) { dirty.append(item) }
}
