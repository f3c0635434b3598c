import Platform
import TestKit
import Testing

@testable import local_cloud

/// The pool is called from several threads at once: what must happen once happens once.
@Suite struct ConcurrencyTests {
    private let workers = BlockingPool(label: "test", threads: 4, queueLimit: 100)

    /// Runs the same work side by side and gathers how each ended.
    private func sideBySide<Value: Sendable>(_ count: Int, _ work: @escaping @Sendable () throws -> Value) async -> [Result<Value, any Error>] {
        await withTaskGroup(of: Result<Value, any Error>.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do { return .success(try await workers.run(work)) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func `one address becomes one account`() async throws {
        let fixture = try PoolFixture()
        let outcomes = await sideBySide(20) { try fixture.signUp().sub }
        let subs = outcomes.compactMap { try? $0.get() }
        #expect(subs.count == 1 && fixture.store.users().map(\.sub) == subs)
    }

    @Test func `a code confirms once`() async throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        let code = try fixture.newestCode()
        let outcomes = await sideBySide(20) { try fixture.pool.confirmSignUp(name: "kaede@example.com", code: code, client: PoolFixture.client) }
        #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
    }

    @Test func `guesses side by side are counted all`() async throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let outcomes = await sideBySide(40) { _ = try fixture.signIn(password: "Wrong-2026!") }
        let refused = outcomes.filter { outcome in
            guard case .failure(let error) = outcome else { return false }
            return error as? CognitoError == .notAuthorized(.wrongPassword)
        }
        #expect(refused.count == 5)
    }

    @Test func `what is kept at the end is what the pool knows`() async throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let outcomes = await sideBySide(40) { try fixture.signIn() }
        #expect(outcomes.filter { (try? $0.get()) != nil }.count == 40)
        #expect(fixture.store.users() == [try #require(fixture.pool.user(named: "kaede@example.com"))])
    }
}
