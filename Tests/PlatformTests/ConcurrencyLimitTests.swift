import Platform
import Testing

@Suite struct ConcurrencyLimitTests {
    @Test func `lends its places and no more, until one comes back`() {
        let limit = ConcurrencyLimit(2)
        var first = limit.lease()
        let second = limit.lease()
        #expect(first != nil && second != nil)
        #expect(limit.lease() == nil)
        // A refusal takes nothing.
        #expect(limit.lease() == nil)
        first = nil
        #expect(limit.lease() != nil)
        withExtendedLifetime((first, second)) {}
    }

    @Test func `a lease that is ended gives its place back at once, and only once`() throws {
        let limit = ConcurrencyLimit(1)
        do {
            let lease = try #require(limit.lease())
            lease.end()
            lease.end()
        }
        let next = limit.lease()
        #expect(next != nil && limit.lease() == nil)
        withExtendedLifetime(next) {}
    }
}
