import Glibc
import Reactor
import Testing

@Suite struct SocketTests {
    @Test(arguments: ["127.0.0.1:8000", "0.0.0.0:1", "[::1]:65535", "[fe80::1]:80"])
    func `an address is written as it was read`(text: String) {
        #expect(SocketAddress(text)?.description == text)
    }

    @Test(arguments: ["", "127.0.0.1", "localhost:80", "1.2.3:80", "1.2.3.4:65536", "1.2.3.4:-1", "[::1:80"])
    func `what is no numeric address with a port is refused`(text: String) {
        #expect(SocketAddress(text) == nil)
    }

    @Test func `loopback is known in both families, mapped addresses too`() {
        for text in ["127.0.0.1:1", "127.9.9.9:1", "[::1]:1", "[::ffff:127.0.0.1]:1"] { #expect(SocketAddress(text)?.isLoopback == true) }
        for text in ["10.0.0.1:1", "[::2]:1", "[::ffff:10.0.0.1]:1"] { #expect(SocketAddress(text)?.isLoopback == false) }
    }

    @Test func `a taken port is told from other errors`() throws {
        let first = try Socket.listen(on: SocketAddress("127.0.0.1:0")!, backlog: 1, sharingPort: false)
        defer { first.close() }
        let error = #expect(throws: SystemError.self) { try Socket.listen(on: first.localAddress!, backlog: 1, sharingPort: false).close() }
        #expect(error?.isAddressInUse == true)
    }

    @Test func `accepting without a caller would block`() throws {
        let listener = try Socket.listen(on: SocketAddress("127.0.0.1:0")!, backlog: 1, sharingPort: false)
        defer { listener.close() }
        let error = #expect(throws: SystemError.self) { _ = try listener.accept() }
        #expect(error?.code == EAGAIN)
    }
}
