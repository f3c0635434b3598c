import Glibc
import Testing

@testable import ServiceKit

@Suite struct DescriptorLimitTests {
    @Test(arguments: [
        (1_048_576, 10_000, 10_000), (10_256, 10_000, 10_000), (10_255, 10_000, 9_999), (1_024, 10_000, 768), (512, 10_000, 256), (300, 10_000, 150),
        (300, 100, 100), (1, 10_000, 1), (.max, 1_000_000, 1_000_000),
    ])
    func `connections leave descriptors for everything else`(count: Int, wanted: Int, connections: Int) {
        #expect(DescriptorLimit(count: count).connections(wanted: wanted) == connections)
    }

    @Test func `the soft limit is raised to the hard one`() throws {
        var limit = rlimit()
        try #require(getrlimit(DescriptorLimit.resource, &limit) == 0)
        // One less than the hard limit: other tests go on with as many descriptors as before, or more.
        limit.rlim_cur = limit.rlim_max - 1
        try #require(setrlimit(DescriptorLimit.resource, &limit) == 0)
        #expect(DescriptorLimit.raised() == DescriptorLimit(count: Int(clamping: limit.rlim_max)))
        try #require(getrlimit(DescriptorLimit.resource, &limit) == 0)
        #expect(limit.rlim_cur == limit.rlim_max)
    }
}
