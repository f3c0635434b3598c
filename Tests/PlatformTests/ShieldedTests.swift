import Platform
import TestKit
import Testing

@Suite struct `Shielded work` {
    private struct Refused: Error, Equatable {}

    @Test func `goes on to its end when its caller is cancelled midway, and the caller waits for it`() async throws {
        let (begun, begin) = AsyncStream<Void>.makeStream(), (released, release) = AsyncStream<Void>.makeStream()
        let caller = Task {
            await shielded {
                begin.yield()
                for await _ in released { break }
                return Task.isCancelled
            }
        }
        for await _ in begun { break }
        caller.cancel()
        release.yield()
        #expect(await caller.value == false)
    }

    @Test func `begins though its caller was cancelled before`() async {
        let caller = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await shielded { Task.isCancelled }
        }
        #expect(await caller.value == false)
    }

    @Test func `throws what it throws`() async {
        await #expect(throws: Refused.self) { try await shielded { () async throws(Refused) in throw Refused() } }
    }
}
