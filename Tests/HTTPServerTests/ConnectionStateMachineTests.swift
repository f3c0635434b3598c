import HTTPCore
import Testing

@testable import HTTPServer

/// The decisions of a connection, without a socket.
@Suite struct ConnectionStateMachineTests {
    private func handling(keepAlive: Bool = true, bodyThere: Bool = true, expectsContinue: Bool = false) -> ConnectionStateMachine {
        var machine = ConnectionStateMachine()
        #expect(act(&machine) { $0.headEnded(keepAlive: keepAlive, bodyThere: bodyThere, expectsContinue: expectsContinue) } == .dispatch)
        return machine
    }

    private func act<Result>(_ machine: inout ConnectionStateMachine, _ event: (inout ConnectionStateMachine) -> Result) -> Result { event(&machine) }

    @Test func `an answered request makes room for the next on a kept connection (RFC 9112 §9.3)`() {
        var machine = handling()
        #expect(act(&machine) { $0.responseStarts(unreadIsShort: true) })
        #expect(act(&machine) { $0.responseEnded() } == .next)
        #expect(machine.phase == .idle)
    }

    @Test func `a request without content can become another protocol, once, and ends in listening to the peer for a moment`() {
        var machine = handling()
        #expect(act(&machine) { $0.upgradeStarts() })
        #expect(!machine.readsHead && !machine.isHandling)
        #expect(!act(&machine) { $0.upgradeStarts() })
        #expect(act(&machine) { $0.timedOut() } == .wait)
        #expect(act(&machine) { $0.upgradeEnded() } == .linger)
        #expect(machine.phase == .lingering)
    }

    @Test func `a request with content on its way, or with an answer, cannot become another protocol`() {
        var machine = handling(bodyThere: false)
        #expect(!act(&machine) { $0.upgradeStarts() })
        var answered = handling()
        _ = act(&answered) { $0.responseStarts(unreadIsShort: true) }
        #expect(!act(&answered) { $0.upgradeStarts() })
    }

    @Test func `a peer that goes in the middle of another protocol leaves the handler to that protocol`() {
        var machine = handling()
        _ = act(&machine) { $0.upgradeStarts() }
        #expect(act(&machine) { $0.peerClosed() } == .close)
        #expect(act(&machine) { $0.upgradeEnded() } == .wait)
    }

    @Test func `no second head is read while a request is handled, so that answers keep their order (RFC 9112 §9.3.2)`() {
        let machine = handling()
        #expect(!machine.readsHead)
    }

    @Test func `a peer that asked to close is closed after its answer (RFC 9112 §9.6)`() {
        var machine = handling(keepAlive: false)
        #expect(!act(&machine) { $0.responseStarts(unreadIsShort: true) })
        #expect(act(&machine) { $0.responseEnded() } == .finish)
    }

    @Test func `while the server leaves, every answer closes`() {
        var machine = handling()
        machine.draining = true
        #expect(!act(&machine) { $0.responseStarts(unreadIsShort: true) })
        #expect(act(&machine) { $0.responseEnded() } == .finish)
    }

    @Test func `100 Continue is sent once, and only when the handler wants the body (RFC 9110 §10.1.1)`() {
        var machine = handling(bodyThere: false, expectsContinue: true)
        #expect(act(&machine) { $0.bodyWanted() } == .sendContinue)
        #expect(act(&machine) { $0.bodyWanted() } == .wait)
    }

    @Test func `100 Continue is not sent to a peer that sends its body unasked`() {
        var machine = handling(bodyThere: false, expectsContinue: true)
        machine.bodyArrived()
        #expect(act(&machine) { $0.bodyWanted() } == .wait)
    }

    @Test func `an answer before 100 Continue closes, for the peer may or may not send its body`() {
        var machine = handling(bodyThere: false, expectsContinue: true)
        #expect(!act(&machine) { $0.responseStarts(unreadIsShort: true) })
        #expect(act(&machine) { $0.responseEnded() } == .linger)
        #expect(machine.phase == .lingering)
    }

    @Test func `a short unread body is read and dropped to keep the connection`() {
        var machine = handling(bodyThere: false)
        #expect(act(&machine) { $0.responseStarts(unreadIsShort: true) })
        #expect(act(&machine) { $0.responseEnded() } == .discardBody)
        #expect(act(&machine) { $0.bodyEnded() } == .next)
        #expect(machine.phase == .idle)
    }

    @Test func `a long unread body closes the connection, lingering so that the answer arrives (RFC 9112 §9.6)`() {
        var machine = handling(bodyThere: false)
        #expect(!act(&machine) { $0.responseStarts(unreadIsShort: false) })
        #expect(act(&machine) { $0.responseEnded() } == .linger)
    }

    @Test func `after a broken body nothing on the connection is trusted`() {
        var machine = handling(bodyThere: false)
        machine.bodyFailed()
        #expect(!act(&machine) { $0.responseStarts(unreadIsShort: true) })
        #expect(act(&machine) { $0.responseEnded() } == .linger)
    }

    @Test(arguments: [(ParseError.badHost, 400), (.targetTooLong, 414), (.headTooLarge, 431), (.unknownTransferCoding, 501), (.unsupportedVersion, 505)])
    func `bytes that are no request are refused with their status and the connection ends`(error: ParseError, status: Int) {
        var machine = ConnectionStateMachine()
        #expect(act(&machine) { $0.headFailed(error) } == .refuse(.malformed(error)) && error.status == Status(status))
        #expect(machine.phase == .lingering)
        #expect(!machine.readsHead)
    }

    @Test func `a head that does not end in time is answered 408 (RFC 9110 §15.5.9)`() {
        var machine = ConnectionStateMachine()
        machine.headStarted()
        #expect(act(&machine) { $0.timedOut() } == .refuse(.headTimedOut))
    }

    @Test func `a connection without a request is closed silently when its time is over`() {
        var machine = ConnectionStateMachine()
        #expect(act(&machine) { $0.timedOut() } == .close)
    }

    @Test func `a peer that goes away cancels the handler of its request`() {
        var machine = handling()
        #expect(act(&machine) { $0.peerClosed() } == .cancelHandler)
        #expect(act(&machine) { $0.responseEnded() } == .wait)
    }

    @Test func `a peer that goes away between requests gets what is written and is closed`() {
        var machine = ConnectionStateMachine()
        #expect(act(&machine) { $0.peerClosed() } == .finish)
    }

    @Test func `an answer that only closing ends closes (RFC 9112 §6.3)`() {
        var machine = handling()
        _ = act(&machine) { $0.responseStarts(unreadIsShort: true) }
        #expect(act(&machine) { $0.responseEnded(untilClose: true) } == .finish)
    }

    @Test func `an answer that cannot be finished is cut off, so that nobody takes it for whole`() {
        var machine = handling()
        #expect(act(&machine) { $0.responseFailed() } == .close)
        #expect(machine.isClosed)
    }
}

/// Where a new connection lives.
@Suite struct ConnectionSpreadTests {
    @Test(arguments: [
        (loop: 0, spread: [0, 0], home: 0), (loop: 0, spread: [1, 0], home: 1), (loop: 0, spread: [2, 1], home: 0), (loop: 0, spread: [11, 5], home: 0),
        (loop: 0, spread: [13, 3], home: 1),
        (loop: 1, spread: [11, 5], home: 1), (loop: 2, spread: [3, 3, 3, 3], home: 2), (loop: 2, spread: [3, 1, 6, 3], home: 1),
        (loop: 0, spread: [7], home: 0),
    ])
    func `a loop that holds over 1.5 times its share hands over to the emptiest`(loop: Int, spread: [Int], home: Int) {
        #expect(ServerShared.home(for: loop, spread: spread) == home)
    }
}
