/// Who may use a connection to a server now and who waits for one, as a value: first come, first served.
struct ConnectionLine<Member: AnyObject> {
    enum Admission: Equatable { case start, wait, refused }

    private struct Server {
        var active = 0
        var waiting: ArraySlice<Member> = []
    }

    /// How many at once per server.
    let connectionsPerHost: Int
    /// How many wait, over all servers.
    let waitingLimit: Int
    /// Servers with somebody, so as many as there are members at most.
    private var servers: [Origin: Server] = [:]
    private(set) var waitingCount = 0

    init(connectionsPerHost: Int, waitingLimit: Int) {
        self.connectionsPerHost = connectionsPerHost
        self.waitingLimit = waitingLimit
    }

    /// Whether nobody is there.
    var isEmpty: Bool { servers.isEmpty }

    /// Takes a place, or one in the line.
    mutating func arrive(_ member: Member, at origin: Origin) -> Admission {
        guard servers[origin, default: Server()].active >= connectionsPerHost else {
            servers[origin, default: Server()].active += 1
            return .start
        }
        guard waitingCount < waitingLimit else { return .refused }
        servers[origin]?.waiting.append(member)
        waitingCount += 1
        return .wait
    }

    /// Gives a place back; returns who has it now.
    mutating func leave(_ origin: Origin) -> Member? {
        guard servers[origin] != nil else { return nil }
        if let next = servers[origin]?.waiting.popFirst() {
            waitingCount -= 1
            return next
        }
        servers[origin]?.active -= 1
        if servers[origin]?.active == 0 { servers[origin] = nil }
        return nil
    }

    /// Leaves the line without having had a place.
    mutating func withdraw(_ member: Member, from origin: Origin) {
        guard let index = servers[origin]?.waiting.firstIndex(where: { $0 === member }) else { return }
        servers[origin]?.waiting.remove(at: index)
        waitingCount -= 1
    }
}
