import Glibc
import HTTPCore
import Platform
import TestKit
import Testing

/// A process whose descriptors are used up; each test has one of its own.
@Suite struct DescriptorTests {
    @Test func `without descriptors the connected are served, the processor rests, and whoever waits is taken when one is free`() async {
        await #expect(processExitsWith: .success) {
            endSoon()
            let log = CapturingLogSink()
            try await RunningServer.run(logger: Logger(service: "test", sink: log), answering: { .text($0.target.description) }) { running in
                // One for each end of a connection, and one for a client whom nobody can accept.
                let held = try useUpDescriptors(leaving: 3)
                let connected = try running.connect()
                #expect(try connected.exchange(request("GET /connected")).text == "/connected")
                let waiting = try running.connect()
                try waiting.send(request("GET /waiting"))
                #expect(eventually { log.pauses == 1 })
                let before = processorSeconds()
                usleepMilliseconds(1_000)
                #expect(processorSeconds() - before < 0.2)
                #expect(try connected.exchange(request("GET /still")).text == "/still")
                // A pause after the other, but one line.
                #expect(log.pauses == 1)
                close(held[0])
                #expect(try waiting.readResponse().text == "/waiting")
                // The next time is told again.
                close(held[1])
                let late = try running.connect()
                #expect(eventually { log.pauses > 1 })
                close(held[2])
                #expect(try late.exchange(request("GET /late")).text == "/late")
            }
        }
    }
}

extension CapturingLogSink {
    /// How many times accepting paused, as the log tells.
    fileprivate var pauses: Int { lines.count { $0.contains("accept.paused") && $0.contains("Too many open files") } }
}

/// Opens all descriptors this process may have but a few.
private func useUpDescriptors(leaving count: Int) throws -> [Int32] {
    var limit = rlimit()
    try #require(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
    limit.rlim_cur = min(256, limit.rlim_max)
    try #require(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
    var held: [Int32] = []
    while case let descriptor = open("/dev/null", O_RDONLY), descriptor >= 0 { held.append(descriptor) }
    try #require(errno == EMFILE && held.count > count + 3)
    for descriptor in held.suffix(count) { close(descriptor) }
    return Array(held.dropLast(count))
}

/// Processor time of this process so far.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
