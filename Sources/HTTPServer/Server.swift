public import HTTPCore
public import Platform
public import Reactor
import Synchronization

/// Why a server did not start.
public enum ServerError: Error, Equatable, CustomStringConvertible {
    /// Somebody else listens on this address.
    case addressInUse(SocketAddress)
    /// The system refused.
    case system(SystemError)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .addressInUse(let address): "port \(address.port) is taken on \(address.host): stop what listens there, or choose another port"
        case .system(let error): error.description
        }
    }
}

/// An HTTP/1.1 server (RFC 9110, RFC 9112): one listener per loop and address, each connection on one loop for life.
public final class Server: Sendable {
    /// The addresses listened on, with the ports that were picked for port 0.
    public let addresses: [SocketAddress]

    private let shared: ServerShared
    private let group: EventLoopGroup
    let loops: PerLoop<ServerLoop>

    /// Binds and starts to accept.
    ///
    /// - Parameters:
    ///   - configuration: addresses, limits and time-outs.
    ///   - group: the loops to serve on.
    ///   - logger: hears of broken answers, used-up descriptors and the like; not of requests.
    ///   - responder: answers requests, on the connection's loop.
    /// - Throws: `ServerError`.
    public init(configuration: ServerConfiguration, group: EventLoopGroup, logger: Logger, responder: @escaping Responder) async throws(ServerError) {
        let shared = ServerShared(configuration: configuration, loopCount: group.loops.count, logger: logger, responder: responder)
        let loops = PerLoop(group) { _ in ServerLoop(shared: shared) }
        let sockets = try Self.bind(configuration, loopCount: group.loops.count)
        self.shared = shared
        self.group = group
        self.loops = loops
        addresses = sockets[0].compactMap(\.localAddress)
        do {
            for (loop, own) in zip(group.loops, sockets) { try await Self.start(loops, own, group: group, on: loop) }
        } catch {
            throw .system(error)
        }
    }

    /// How many connections are open now.
    public var connectionCount: Int { shared.total.load(ordering: .relaxed) }

    /// Connections of each loop now, in the order of the loops.
    public var connectionSpread: [Int] { shared.spread }

    /// True from the start of the lame duck: readiness should answer 503, health still 200.
    public var isDraining: Bool { shared.draining.load(ordering: .relaxed) }

    /// Goes away without losing a request: lame duck, stop listening (all loops together), finish what is under way, close the rest.
    ///
    /// What answers left to be done (`Response.completion`) is under way, too. Takes at most `lameDuck` and `drainLimit` together; what had to be
    /// cut off is cancelled and has another second for its clean-ups. Returns true when everything ended by itself.
    @discardableResult
    public func shutdown() async -> Bool {
        guard !shared.draining.exchange(true, ordering: .relaxed) else { return true }
        await onEveryLoop { loop, _ in loop.beginLameDuck() }
        try? await Task.sleep(for: shared.configuration.lameDuck)
        await onEveryLoop { $0.stopListening(on: $1) }
        let finished = await drain()
        await onEveryLoop { $0.closeAll(on: $1) }
        if !finished { await settle() }
        return finished
    }

    /// Waits for busy connections; idle ones get a moment in which a request that is on its way still meets an answer.
    private func drain() async -> Bool {
        let deadline = ContinuousClock.now + shared.configuration.drainLimit
        let grace = ContinuousClock.now + .milliseconds(250)
        while await hasWork, ContinuousClock.now < deadline {
            if ContinuousClock.now >= grace { await onEveryLoop { $0.closeIdle(on: $1) } }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return await !hasWork
    }

    /// Gives what was cancelled a moment to put things in order.
    private func settle() async {
        let deadline = ContinuousClock.now + .seconds(1)
        while await hasWork, ContinuousClock.now < deadline { try? await Task.sleep(for: .milliseconds(20)) }
    }

    private var hasWork: Bool {
        get async {
            if connectionCount > 0 { return true }
            let loops = loops
            for loop in group.loops where await loop.run({ loops.value(on: $0).isBusy }) { return true }
            return false
        }
    }

    private func onEveryLoop(_ body: @escaping @Sendable (ServerLoop, isolated EventLoop) -> Void) async {
        let loops = loops
        await withTaskGroup { tasks in
            for loop in group.loops { tasks.addTask { await loop.run { body(loops.value(on: $0), $0) } } }
        }
    }

    // MARK: - Starting

    private static func bind(_ configuration: ServerConfiguration, loopCount: Int) throws(ServerError) -> [[Socket]] {
        var sockets = [[Socket]](repeating: [], count: loopCount)
        for address in configuration.addresses {
            // SO_REUSEPORT lets a stale process of the same user share a port silently: try without it first.
            if !configuration.sharesPort && address.port != 0 { try listen(on: address, sharing: false, configuration).close() }
            var bound = address
            for index in 0..<loopCount {
                let socket = try listen(on: bound, sharing: true, configuration)
                if let local = socket.localAddress { bound = local }
                sockets[index].append(socket)
            }
        }
        return sockets
    }

    private static func listen(on address: SocketAddress, sharing: Bool, _ configuration: ServerConfiguration) throws(ServerError) -> Socket {
        do {
            return try Socket.listen(on: address, backlog: configuration.backlog, sharingPort: sharing)
        } catch {
            throw error.isAddressInUse ? .addressInUse(address) : .system(error)
        }
    }

    private static func start(_ loops: PerLoop<ServerLoop>, _ sockets: [Socket], group: EventLoopGroup, on loop: isolated EventLoop) throws(SystemError) {
        try loops.value(on: loop).start(
            sockets,
            adopt: { socket, peer, home in
                group.loops[home].submit { Connection(socket: socket, peer: peer.host, state: loops.value(on: $0).state).start(on: $0) }
            }, on: loop)
    }
}
