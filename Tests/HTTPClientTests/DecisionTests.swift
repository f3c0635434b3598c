import Testing

@testable import HTTPClient

@Suite struct `A line for connections` {
    private final class Member {}

    @Test func `gives places in the order of arrival, to each server its own`() throws {
        let one = try #require(Origin(url: "http://a.test")), other = try #require(Origin(url: "https://a.test"))
        var line = ConnectionLine<Member>(connectionsPerHost: 1, waitingLimit: 2)
        let members = (0..<4).map { _ in Member() }
        var admissions = [line.arrive(members[0], at: one), line.arrive(members[1], at: other)]
        admissions += [line.arrive(members[2], at: one), line.arrive(members[3], at: one), line.arrive(Member(), at: one)]
        #expect(admissions == [.start, .start, .wait, .wait, .refused])
        line.withdraw(members[2], from: one)
        let next = line.leave(one)
        #expect(next === members[3] && line.waitingCount == 0)
        let rest = [line.leave(one), line.leave(other)]
        #expect(rest.allSatisfy { $0 == nil } && line.isEmpty)
    }
}

@Suite struct `An origin` {
    @Test(arguments: [
        ("http://A.test", false, "a.test", 80), ("HTTPS://a.test/x", true, "a.test", 443), ("http://a.test:8080?x", false, "a.test", 8080),
        ("https://[FD00::1]:9/", true, "fd00::1", 9), ("http://a.test:/#x", false, "a.test", 80),
    ])
    func `is the scheme, host and port of a URL`(url: String, isSecure: Bool, host: String, port: Int) throws {
        let origin = try #require(Origin(url: url))
        #expect(origin.isSecure == isSecure && origin.host == host && Int(origin.port) == port)
    }

    @Test(arguments: ["http://", "http:///x", "http://a:0", "http://a:65536", "http://a:b", "http://[::1", "http://[::1]x", "http://u@a", "ftp://a", "a.test"])
    func `is not made of anything else`(url: String) { #expect(Origin(url: url) == nil) }
}

@Suite struct `A body to send` {
    private func take(_ count: Int, from buffer: inout UploadBuffer) -> (UploadBuffer.Take, [UInt8]) {
        var room = [UInt8](repeating: 0, count: count)
        let take = room.withUnsafeMutableBytes { buffer.take(into: $0) }
        return (take, room)
    }

    @Test func `is taken in pieces of any size, across those that were produced`() throws {
        var buffer = UploadBuffer(lengthBytes: 5)
        var taken = [take(4, from: &buffer)]
        try buffer.append([1, 2, 3])
        try buffer.append([])
        try buffer.append([4, 5])
        taken.append(take(4, from: &buffer))
        let isRewound = buffer.rewind()
        taken.append(take(4, from: &buffer))
        try buffer.end()
        taken.append(take(4, from: &buffer))
        #expect(!isRewound && taken.map(\.0) == [.nothingYet, .bytes(4), .bytes(1), .end])
        #expect(taken[1].1 == [1, 2, 3, 4] && taken[2].1[0] == 5)
    }

    @Test func `starts over when it is there whole`() {
        var buffer = UploadBuffer([1, 2, 3])
        let first = take(2, from: &buffer)
        let isRewound = buffer.rewind()
        let again = take(4, from: &buffer)
        #expect(first == (.bytes(2), [1, 2]) && isRewound && again == (.bytes(3), [1, 2, 3, 0]))
    }
}
