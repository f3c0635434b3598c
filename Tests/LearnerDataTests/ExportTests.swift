import JSON
import Platform
import Postgres
import SignIn
import TestKit
import Testing
import Web

@testable import LearnerData

@Suite(.timeLimit(.minutes(5))) struct ExportTests {
    private let learner = RightsFixture.learner, other = RightsFixture.other

    @Test func `a copy holds everything of the learner's, in order, and nothing of another's`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 25)
            fixture.drawer.fill(learner, 3)
            fixture.shelf.fill(other, 7)
            let rights = fixture.task()
            try #expect(await rights.export(of: learner) == .none)
            try await rights.askForExport(of: learner)
            try #expect(await rights.export(of: learner) == .asked(at: fixture.clock.now()))
            try await rights.runner.runDue()
            try #expect(await rights.export(of: learner) == .ready(until: fixture.clock.now() + .seconds(7 * 86_400)))
            let copy = try await fixture.copy(rights)
            #expect(copy["books"] == .array((0..<25).map { .int($0) }))
            #expect(copy["letters"] == .array((0..<3).map { .int($0) }))
            #expect(copy["account"]?[0]?["email"] == .string("kaede@example.com"))
            #expect(copy["sessions"] == .array([]))
            try #expect(await rights.exportContent(of: other) == nil)
            #expect(fixture.events == ["export-asked", "export-ready"])
        }
    }

    @Test func `who asks for a copy or a deletion is written down with the request`() async throws {
        try await RightsFixture.with { fixture in
            let rights = fixture.task()
            try await rights.askForExport(of: learner, requestID: "request-1")
            try await rights.askForDeletion(of: learner, requestID: "request-2")
            #expect(fixture.log.lines.contains { $0.contains("export-asked") && $0.contains("request-1") })
            #expect(fixture.log.lines.contains { $0.contains("deletion-asked") && $0.contains("request-2") })
        }
    }

    @Test func `asked again while it is made, it is the same; afterwards a new one takes its place`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 1)
            let rights = fixture.task()
            for _ in 0..<2 { try await rights.askForExport(of: learner) }
            try await rights.runner.runDue()
            #expect(fixture.shelf.exports.withLock { $0 } == 1)
            let before = try #require(try await rights.exportContent(of: learner))
            fixture.shelf.fill(learner, 2)
            try await rights.askForExport(of: learner)
            try #expect(await rights.exportContent(of: learner) == nil)
            try await rights.runner.runDue()
            try #expect(await fixture.copy(rights)["books"] == .array([.int(0), .int(1)]))
            // Who was fetching the one before must not get the rest of the new one.
            await #expect(throws: LearnerDataError.copyIsGone) { try await before.piece(1) }
            try #expect(await fixture.count("select count(*) from learner_data_jobs") == 1)
        }
    }

    @Test func `what a killed task had begun another goes on with, and nothing is there twice`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 35)
            let (first, second) = (fixture.task(), fixture.task())
            try await first.askForExport(of: learner)
            let gate = Gate()
            fixture.drawer.gate.withLock { $0 = gate }
            async let slow: Void = first.runner.runDue()
            // The first hangs between the parts; while its lease lasts nobody else may take the job.
            await gate.arrival()
            try await second.runner.runDue()
            try #expect(await second.export(of: learner) == .working)
            fixture.clock.advance(by: fixture.policy.lease)
            try await second.runner.runDue()
            let copy = try await fixture.copy(second)
            #expect(copy["books"] == .array((0..<35).map { .int($0) }))
            #expect(fixture.shelf.exports.withLock { $0 } == 4)
            // The first wakes up late: what it did counts for nothing.
            gate.open()
            try await slow
            try #expect(await fixture.copy(second) == copy)
            #expect(fixture.events == ["export-asked", "export-ready"])
        }
    }

    @Test func `two tasks at once do each job once`() async throws {
        try await RightsFixture.with { fixture in
            let learners = (0..<12).map { "learner-\($0)" }
            for learner in learners { fixture.shelf.fill(learner, 15) }
            let (first, second) = (fixture.task(), fixture.task())
            for learner in learners { try await first.askForExport(of: learner) }
            async let one: Void = first.runner.runDue()
            async let two: Void = second.runner.runDue()
            _ = try await (one, two)
            for learner in learners { try #expect(await fixture.copy(of: learner, first)["books"] == .array((0..<15).map { .int($0) })) }
            #expect(fixture.shelf.exports.withLock { $0 } == 24)
            #expect(fixture.events.count { $0 == "export-ready" } == 12)
        }
    }

    @Test func `a part that fails is tried again later, and the copy goes on where it was`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 12)
            fixture.drawer.failures.withLock { $0 = 3 }
            let rights = fixture.task()
            try await rights.askForExport(of: learner)
            for pause in [5, 10, 20] {
                try await rights.runner.runDue()
                try #expect(await rights.export(of: learner) == .working)
                fixture.clock.advance(by: .seconds(pause))
            }
            try await rights.runner.runDue()
            try #expect(await fixture.copy(rights)["books"] == .array((0..<12).map { .int($0) }))
            #expect(fixture.shelf.exports.withLock { $0 } == 2)
            #expect(fixture.drawer.exports.withLock { $0 } == 4)
        }
    }

    @Test func `a part that always fails ends the copy, its pieces go, and one may ask again`() async throws {
        try await RightsFixture.with { fixture in
            fixture.drawer.failures.withLock { $0 = 12 }
            let rights = fixture.task()
            try await rights.askForExport(of: learner)
            for _ in 0..<12 {
                try await rights.runner.runDue()
                fixture.clock.advance(by: .seconds(900))
            }
            try #expect(await rights.export(of: learner) == .failed)
            #expect(fixture.drawer.exports.withLock { $0 } == 12)
            try #expect(await fixture.count("select count(*) from learner_export_pieces") == 0)
            try await rights.askForExport(of: learner)
            try await rights.runner.runDue()
            _ = try await fixture.copy(rights)
            #expect(fixture.events == ["export-asked", "export-failed", "export-asked", "export-ready"])
        }
    }

    @Test func `after seven days the copy cannot be fetched, and nothing of it is left`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 700)
            let rights = fixture.task()
            try await rights.askForExport(of: learner)
            try await rights.runner.runDue()
            fixture.clock.advance(by: .seconds(7 * 86_400 - 1))
            try await rights.runner.runDue()
            _ = try await fixture.copy(rights)
            fixture.clock.advance(by: .seconds(1))
            try #expect(await rights.export(of: learner) == .none)
            try #expect(await rights.exportContent(of: learner) == nil)
            try await rights.runner.runDue()
            try #expect(await fixture.count("select count(*) from learner_export_pieces") == 0)
            try #expect(await fixture.count("select count(*) from learner_data_jobs") == 0)
        }
    }

    @Test func `a long job lets others have their turn`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 100)
            let rights = fixture.task { $0.stepsPerTurn = 3 }
            try await rights.askForExport(of: learner)
            fixture.clock.advance(by: .seconds(1))
            try await rights.askForExport(of: other)
            let gate = Gate()
            fixture.drawer.gate.withLock { $0 = gate }
            // The first to come to the second part is the short one.
            async let running: Void = rights.runner.runDue()
            await gate.arrival()
            #expect(fixture.shelf.exports.withLock { $0 } < 10)
            gate.open()
            try await running
            _ = try await (fixture.copy(rights), fixture.copy(of: other, rights))
        }
    }

    @Test func `a task that ends finishes its step and gives the job back at once`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 20)
            let (leaving, staying) = (fixture.task(), fixture.task())
            try await leaving.askForExport(of: learner)
            let gate = Gate()
            fixture.shelf.gate.withLock { $0 = gate }
            async let running: Void = leaving.runner.runDue()
            await gate.arrival()
            leaving.runner.stop()
            gate.open()
            try await running
            #expect(fixture.shelf.exports.withLock { $0 } == 1)
            try await staying.runner.runDue()
            try #expect(await fixture.copy(staying)["books"] == .array((0..<20).map { .int($0) }))
            #expect(fixture.shelf.exports.withLock { $0 } == 2)
        }
    }

    @Test func `a step that takes too long is cut off and tried again`() async throws {
        try await RightsFixture.with { fixture in
            let rights = fixture.task { $0.stepLimit = .milliseconds(50) }
            let gate = Gate()
            fixture.shelf.gate.withLock { $0 = gate }
            try await rights.askForExport(of: learner)
            // The gate is never opened: a cancelled wait for it ends.
            try await rights.runner.runDue()
            try #expect(await rights.export(of: learner) == .working)
            #expect(fixture.log.lines.contains { $0.contains("learner-data.step-failed") && $0.contains("stepTooSlow") })
        }
    }

    @Test func `a step that another version knows is left to it`() async throws {
        try await RightsFixture.with { fixture in
            let (newer, older) = (fixture.task([Shelf("newest")]), fixture.task())
            try await newer.askForExport(of: learner)
            try await fixture.database.pool.execute("update learner_data_jobs set step = 'gather newest', pieces = 1")
            try await older.runner.runDue()
            try #expect(await older.export(of: learner) == .working)
            fixture.clock.advance(by: .seconds(5))
            try await newer.runner.runDue()
            guard case .ready = try await newer.export(of: learner) else { throw RightsFixture.NoCopy() }
        }
    }

    @Test func `what is asked for begins by itself, and the loop ends when it is told to`() async throws {
        try await RightsFixture.with { fixture in
            let rights = fixture.task()
            let gate = Gate()
            fixture.drawer.gate.withLock { $0 = gate }
            let application = Application { routes in rights.register(on: routes) }
            try await application.start()
            try await rights.askForExport(of: learner)
            await gate.arrival()
            gate.open()
            await application.stop()
            let before = fixture.drawer.exports.withLock { $0 }
            try await rights.askForExport(of: other)
            try #expect(await rights.export(of: other) == .asked(at: fixture.clock.now()))
            #expect(fixture.drawer.exports.withLock { $0 } == before)
        }
    }
}
