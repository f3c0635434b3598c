import HTTPCore
import Platform
import Reactor

extension Connection {
    /// Writes the 101 and gives the connection to whoever speaks the new protocol, until that ends.
    func run(_ upgrade: Upgrade, answering response: Response, on loop: isolated EventLoop) async -> (any Error)? {
        guard token != nil, let head else { return upgrade.giveUp(ResponseBodyError.disconnected) }
        guard machine.upgradeStarts() else {
            state.shared.logger.error("upgrade.refused") { $0.field("peer", peer) }
            abort(on: loop)
            return upgrade.giveUp(ResponseBodyError.disconnected)
        }
        _ = ResponseSerializer.head(
            of: response, method: head.method, minorVersion: head.minorVersion, keepAlive: true, date: state.date(), into: &output.bytes)
        self.head = nil
        let upgraded = UpgradedConnection(self, upgrade.handler, on: loop)
        self.upgraded = upgraded
        upgrade.handler.begin(on: upgraded, at: .nanoseconds(loop.now))
        scheduleFlush(on: loop)
        // What came behind the request belongs to the new protocol.
        continueReading(on: loop)
        let failure = await upgrade.run()
        // What was written on another thread may still be on its way here: its last words.
        upgraded.append([], on: loop)
        self.upgraded = nil
        worker = nil
        perform(machine.upgradeEnded(), on: loop)
        return failure
    }

    /// Hands bytes to the new protocol; returns how many it took.
    func consumeUpgraded(_ bytes: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) -> Int? {
        guard let upgraded else { return nil }
        let taken = upgraded.handler.received(bytes.span, at: .nanoseconds(loop.now))
        return taken > 0 ? taken : nil
    }
}
