import Testing
import WebSocketCore

/// The decisions of a WebSocket, without a socket and without time.
@Suite struct WebSocketStateMachineTests {
    typealias Reaction = WebSocketStateMachine.Reaction

    private static var timings: WebSocketTimings {
        var timings = WebSocketTimings()
        timings.idleTimeout = .seconds(100)
        return timings
    }

    private var open: WebSocketStateMachine { WebSocketStateMachine(timings: Self.timings, now: .zero) }

    /// One whose handler waits for a message.
    private var waiting: WebSocketStateMachine {
        var machine = open
        _ = machine.handlerWaits()
        return machine
    }

    /// One whose handler is at work on a message.
    private var busy: WebSocketStateMachine {
        var machine = waiting
        machine.handlerTook()
        return machine
    }

    private func act<Result>(_ machine: inout WebSocketStateMachine, _ event: (inout WebSocketStateMachine) -> Result) -> Result { event(&machine) }

    @Test func `a peer that closes is answered with its own code (RFC 6455 §5.5.1)`() {
        var machine = waiting
        #expect(act(&machine) { $0.peerClosed(.goingAway, reason: "bye", at: .zero) } == Reaction(frame: .close(.goingAway, reason: "")))
        #expect(machine.phase == .closed && machine.end == .byPeer(.goingAway, reason: "bye"))
        #expect(!machine.maySend)
    }

    @Test func `a busy handler may still answer what came before the close frame; then the close is answered`() {
        var machine = busy
        #expect(act(&machine) { $0.peerClosed(.normal, reason: "", at: .zero) } == .none)
        #expect(machine.maySend)
        #expect(!machine.wantsMessages)
        #expect(act(&machine) { $0.handlerWaits() } == Reaction(frame: .close(.normal, reason: "")))
        #expect(!machine.maySend)
    }

    @Test func `a handler that waited is at work as soon as a message is there, before it has taken it`() {
        var machine = waiting
        machine.messageArrived(at: .zero)
        #expect(act(&machine) { $0.peerClosed(.normal, reason: "", at: .zero) } == .none)
    }

    @Test func `a handler that does not come back is cancelled when its time is over`() {
        var machine = busy
        _ = act(&machine) { $0.peerClosed(.normal, reason: "", at: .seconds(1)) }
        #expect(act(&machine) { $0.tick(at: .milliseconds(5_999), isReading: false) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(6), isReading: false) } == Reaction(frame: .close(.normal, reason: ""), cancelsHandler: true))
        #expect(machine.phase == .closed)
    }

    @Test func `a handler that never asks for messages is cancelled soon after the peer closed, for it would not notice`() {
        var machine = open
        // It may have had no time to ask yet: a client may send, close and go in one breath.
        #expect(act(&machine) { $0.peerClosed(.normal, reason: "", at: .zero) } == .none)
        #expect(act(&machine) { $0.tick(at: .milliseconds(999)) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(1)) } == Reaction(frame: .close(.normal, reason: ""), cancelsHandler: true))
    }

    @Test func `a handler that closes by itself is not cancelled when the peer answers`() {
        var machine = open
        _ = machine.close(.normal, reason: "", at: .zero)
        #expect(act(&machine) { $0.peerClosed(.normal, reason: "", at: .zero) } == .none)
    }

    @Test func `a peer that breaks a rule hears the code, after what came before was handled`() {
        var machine = busy
        #expect(act(&machine) { $0.failed(.invalidText, at: .zero) } == .none)
        #expect(machine.maySend)
        #expect(act(&machine) { $0.handlerWaits() } == Reaction(frame: .close(.invalidPayload, reason: "text is not UTF-8")))
        #expect(machine.end == .failed(.invalidText) && !machine.maySend)
    }

    @Test func `who closes first waits for the other's close frame, and drops the connection when none comes`() {
        var machine = busy
        #expect(act(&machine) { $0.close(.normal, reason: "done", at: .zero) } == Reaction(frame: .close(.normal, reason: "done")))
        #expect(machine.phase == .closing(since: .zero) && !machine.maySend)
        var impatient = machine
        #expect(act(&machine) { $0.peerClosed(.normal, reason: "", at: .zero) } == .none)
        #expect(machine.phase == .closed && machine.end == .byUs(.normal, reason: "done"))
        #expect(act(&impatient) { $0.tick(at: .milliseconds(4_999)) } == .none)
        #expect(act(&impatient) { $0.tick(at: .seconds(5)) } == Reaction(cancelsHandler: true, aborts: true))
    }

    @Test func `a handler that ends closes; messages that still come are of no use`() {
        var machine = busy
        #expect(act(&machine) { $0.handlerEnded(.normal, reason: "", at: .zero) } == Reaction(frame: .close(.normal, reason: "")))
        #expect(!machine.wantsMessages)
        #expect(act(&machine) { $0.tick(at: .seconds(5)) } == Reaction(aborts: true))
    }

    @Test func `closing twice sends one close frame`() {
        var machine = busy
        _ = machine.close(.normal, reason: "", at: .zero)
        #expect(act(&machine) { $0.close(.normal, reason: "", at: .zero) } == .none)
        #expect(act(&machine) { $0.handlerEnded(.normal, reason: "", at: .zero) } == .none)
    }

    @Test func `a lost connection cancels the handler`() {
        var machine = busy
        #expect(act(&machine) { $0.lost() } == Reaction(cancelsHandler: true))
        #expect(machine.end == .failed(.disconnected))
    }

    @Test func `a connection that ends after the peer's close frame is not lost`() {
        var machine = busy
        _ = act(&machine) { $0.peerClosed(.normal, reason: "", at: .zero) }
        #expect(act(&machine) { $0.lost() } == .none)
        #expect(machine.end == .byPeer(.normal, reason: "") && !machine.maySend)
    }

    @Test func `a handler that only sends is cancelled when its peer closes and goes at once`() {
        var machine = open
        _ = machine.peerClosed(.normal, reason: "", at: .zero)
        #expect(act(&machine) { $0.lost() } == Reaction(cancelsHandler: true))
    }

    @Test func `a silent peer is pinged, and dropped when it does not answer`() {
        var machine = waiting
        #expect(act(&machine) { $0.tick(at: .milliseconds(24_999)) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(25)) } == Reaction(frame: .ping))
        #expect(act(&machine) { $0.tick(at: .milliseconds(44_999)) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(45)) } == Reaction(cancelsHandler: true, aborts: true))
        #expect(machine.end == .failed(.timedOut))
    }

    @Test func `whatever a peer sends is an answer to a ping`() {
        var machine = waiting
        _ = machine.tick(at: .seconds(25))
        machine.heard(at: .seconds(30))
        #expect(act(&machine) { $0.tick(at: .seconds(54)) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(55)) } == Reaction(frame: .ping))
    }

    @Test func `a peer we do not listen to is not blamed for its silence`() {
        var machine = busy
        #expect(act(&machine) { $0.tick(at: .seconds(60), isReading: false) } == .none)
        _ = machine.tick(at: .seconds(85))
        #expect(act(&machine) { $0.tick(at: .seconds(99), isReading: false) } == .none)
    }

    @Test func `a peer that still takes what was sent before is given its time afterwards`() {
        var machine = waiting
        #expect(act(&machine) { $0.tick(at: .seconds(40), isSending: true) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(65)) } == Reaction(frame: .ping))
        #expect(act(&machine) { $0.tick(at: .seconds(90), isSending: true) } == .none)
        #expect(act(&machine) { $0.handlerEnded(.normal, reason: "", at: .seconds(91)) } == Reaction(frame: .close(.normal, reason: "")))
        #expect(act(&machine) { $0.tick(at: .seconds(120), isSending: true) } == .none)
        #expect(act(&machine) { $0.tick(at: .milliseconds(124_999)) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(125)) } == Reaction(aborts: true))
    }

    @Test func `a peer that answers pings but says nothing is closed when that is wanted`() {
        var machine = waiting
        machine.messageSent(at: .seconds(10))
        machine.heard(at: .seconds(100))
        #expect(act(&machine) { $0.tick(at: .seconds(109)) } == .none)
        #expect(act(&machine) { $0.tick(at: .seconds(110)) } == Reaction(frame: .close(.normal, reason: "no message for a while")))
    }

    @Test func `a server that goes down says so, once`() {
        var machine = waiting
        #expect(act(&machine) { $0.goAway(at: .zero) } == Reaction(frame: .close(.goingAway, reason: "")))
        #expect(act(&machine) { $0.goAway(at: .zero) } == .none)
        #expect(act(&machine) { $0.peerClosed(.goingAway, reason: "", at: .zero) } == .none)
    }

    @Test func `a handler that only sends is cancelled when both sides have closed because the server goes down`() {
        var feed = open
        #expect(act(&feed) { $0.goAway(at: .zero) } == Reaction(frame: .close(.goingAway, reason: "")))
        #expect(act(&feed) { $0.peerClosed(.goingAway, reason: "", at: .zero) } == Reaction(cancelsHandler: true))
    }
}
