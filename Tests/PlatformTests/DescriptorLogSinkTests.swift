import Glibc
import Platform
import TestKit
import Testing

@Suite struct `A descriptor sink` {
    @Test func `writes what was logged when flushed`() throws {
        let pipe = try Pipe()
        let sink = DescriptorLogSink(descriptor: pipe.writing)
        let logger = Logger(service: "s", sink: sink, clock: ManualClock())
        for number in 0..<3 { logger.info("e") { $0.field("n", number) } }
        sink.flush()
        let lines = pipe.read(lines: 3)
        #expect(lines.count == 3 && lines[2].hasSuffix(#""n":2}"#))
    }

    @Test func `writes an error without being asked`() throws {
        let pipe = try Pipe()
        Logger(service: "s", sink: DescriptorLogSink(descriptor: pipe.writing)).error("broken")
        #expect(pipe.waitUntilReadable(milliseconds: 5000))
        #expect(pipe.read().contains("broken"))
    }

    @Test func `writes an event of lesser weight after a moment`() throws {
        let pipe = try Pipe()
        Logger(service: "s", sink: DescriptorLogSink(descriptor: pipe.writing)).info("calm")
        #expect(pipe.waitUntilReadable(milliseconds: 5000))
    }

    @Test func `drops lines when the descriptor is blocked, and reports how many once it moves`() throws {
        let pipe = try Pipe()
        let sink = DescriptorLogSink(descriptor: pipe.writing, limitBytes: 8192, clock: ManualClock())
        let logger = Logger(service: "s", sink: sink)
        pipe.fill()
        for number in 0..<1000 { logger.info("e") { $0.field("n", number) } }
        let dropped = sink.droppedLines
        #expect(dropped > 0 && dropped < 1000)
        // What filled the pipe, and what the sink writes by itself as soon as there is room.
        let start = pipe.read()
        sink.flush()
        sink.flush()
        let filling = start.split(separator: "\n").count { $0.hasPrefix(".") }
        let lines = pipe.read(lines: filling + 1000 - dropped + 1, after: start)
        #expect(lines.contains(Substring(#"{"time":"2026-02-08T17:20:23.000Z","level":"warning","event":"log.dropped","dropped":\#(dropped)}"#)))
        #expect(lines.count { $0.contains(#""event":"e""#) } == 1000 - dropped)
        #expect(sink.droppedLines == 0)
    }

    @Test func `survives a reader that went away`() throws {
        let pipe = try Pipe()
        let sink = DescriptorLogSink(descriptor: pipe.writing)
        let logger = Logger(service: "s", sink: sink)
        pipe.closeReading()
        // The sink may still report what it dropped: the descriptor's number must not become another test's.
        pipe.leavesWritingOpen = true
        for _ in 0..<10 { logger.error("unheard") }
        sink.flush()
        #expect(sink.droppedLines > 0)
    }

    @Test func `keeps lines of several threads whole`() async throws {
        let pipe = try Pipe()
        let sink = DescriptorLogSink(descriptor: pipe.writing)
        let logger = Logger(service: "s", sink: sink)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    for number in 0..<100 {
                        logger.info("e") {
                            $0.field("task", task); $0.field("n", number)
                        }
                    }
                }
            }
        }
        sink.flush()
        let lines = pipe.read(lines: 400)
        #expect(lines.count == 400 && lines.allSatisfy { $0.hasPrefix("{\"time\"") && $0.hasSuffix("}") })
    }
}

/// A pipe whose both ends belong to the test.
private final class Pipe {
    let reading: Int32
    let writing: Int32
    private var isReadingOpen = true
    var leavesWritingOpen = false

    init() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        (reading, writing) = (ends[0], ends[1])
        _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    }

    deinit {
        closeReading()
        if !leavesWritingOpen { close(writing) }
    }

    func closeReading() {
        if isReadingOpen { close(reading) }
        isReadingOpen = false
    }

    func waitUntilReadable(milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) == 1
    }

    /// Everything there is now.
    func read() -> String {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = Glibc.read(reading, &chunk, chunk.count), count > 0 { all += chunk.prefix(count) }
        return String(decoding: all, as: UTF8.self)
    }

    /// What comes until there are so many lines, waiting for each piece at most ten seconds: a busy machine may write late.
    func read(lines count: Int, after start: String = "") -> [Substring] {
        var text = start + read()
        while text.count(where: { $0 == "\n" }) < count, waitUntilReadable(milliseconds: 10_000) { text += read() }
        return text.split(separator: "\n")
    }

    /// Makes further writing block.
    func fill() {
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
        let line = [UInt8](repeating: UInt8(ascii: "."), count: 4095) + [UInt8(ascii: "\n")]
        while write(writing, line, line.count) > 0 {}
        _ = fcntl(writing, F_SETFL, 0)
    }
}
