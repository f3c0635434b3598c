import Platform
import Postgres
import TestKit
import Testing

@testable import ServiceKitPostgres

@Suite struct `When rows are swept away` {
    private func schedule() -> SweepSchedule { SweepSchedule(every: 3, orAfter: .seconds(60)) }

    @Test func `is at the first call, and at one in so many`() {
        var schedule = schedule()
        let begun = (0..<8).map { _ in
            defer { schedule.end() }
            return schedule.begins(at: .zero)
        }
        #expect(begun == [true, false, false, true, false, false, true, false])
    }

    @Test func `is at the first call after so long, too, from which both are counted anew`() {
        var schedule = schedule()
        let begun = [0, 59, 60, 61, 62, 63, 64].map { second in
            defer { schedule.end() }
            return schedule.begins(at: .seconds(second))
        }
        #expect(begun == [true, false, true, false, false, true, false])
    }

    @Test func `is not while others are; the next call makes up for it`() {
        var schedule = schedule()
        let first = schedule.begins(at: .zero), during = (1...100).map { schedule.begins(at: .seconds($0)) }
        schedule.end()
        let next = schedule.begins(at: .seconds(101))
        #expect(first && !during.contains(true) && next)
    }
}

@Suite(.timeLimit(.minutes(1))) struct `A sweeper of rows` {
    private let log = CapturingLogSink()
    private let swept = Lock(0)

    private func sweeper(_ clock: ManualClock) -> RowSweeper {
        RowSweeper("crumbs", every: 3, logger: Logger(service: "test", sink: log), clock: clock)
    }

    @Test func `sweeps in the background, one at a time`() async throws {
        let sweeper = sweeper(ManualClock()), isHeld = Lock(true), swept = self.swept
        let sweep: @Sendable () async throws(PostgresError) -> Void = { () async throws(PostgresError) in
            swept.withLock { $0 += 1 }
            while isHeld.withLock({ $0 }) { await Task.yield() }
        }
        for _ in 0..<10 { sweeper.noteCall(sweep) }
        try await eventually { swept.withLock { $0 } == 1 }
        isHeld.withLock { $0 = false }
        try await eventually {
            sweeper.noteCall(sweep)
            return swept.withLock { $0 } == 2
        }
        #expect(log.lines.isEmpty)
    }

    @Test func `logs what fails, and tries again when it is time`() async throws {
        let clock = ManualClock(), sweeper = sweeper(clock), swept = self.swept
        let sweep: @Sendable () async throws(PostgresError) -> Void = { () async throws(PostgresError) in
            swept.withLock { $0 += 1 }
            throw .poolExhausted
        }
        sweeper.noteCall(sweep)
        try await eventually { log.lines.count == 1 }
        let line = try #require(log.lines.first)
        #expect(line.contains(#""event":"postgres.not-swept""#) && line.contains(#""rows":"crumbs""#) && line.contains("no connection became free"), "\(line)")
        clock.advance(by: .seconds(600))
        try await eventually {
            sweeper.noteCall(sweep)
            return swept.withLock { $0 } == 2
        }
    }
}
