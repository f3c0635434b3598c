import Testing

@testable import Postgres

@Suite struct SyncGroupsTests {
    /// Takes exchanges in; says after which ones the open group had to be ended first.
    private func append(_ sharing: [Bool], to groups: inout SyncGroups) -> [Bool] {
        sharing.map { groups.append(sharing: $0, bytes: 100) }
    }

    private func sizes(_ groups: inout SyncGroups) -> [Int] {
        var sizes: [Int] = []
        while case let size = groups.popFirst(), size > 0 { sizes.append(size) }
        return sizes
    }

    @Test func `exchanges of one pass share a group, which one Sync ends`() {
        var groups = SyncGroups()
        let ends = append([true, true, true], to: &groups)
        let closings = [groups.close(), groups.close()]
        #expect(ends == [false, false, false] && closings == [true, false])
        #expect(sizes(&groups) == [3])
    }

    @Test func `an exchange with a Sync of its own ends the open group and leaves none open`() {
        var groups = SyncGroups()
        let ends = append([true, false], to: &groups)
        let closing = groups.close()
        let after = append([true], to: &groups)
        #expect(ends == [false, true] && !closing && after == [false])
        #expect(sizes(&groups) == [1, 1, 1])
    }

    @Test func `exchanges are gathered while the server has two groups to work on`() {
        var groups = SyncGroups()
        var gathers: [Bool] = []
        for _ in 0..<2 {
            _ = groups.append(sharing: true, bytes: 100)
            gathers.append(groups.gathers)
            _ = groups.close()
            gathers.append(groups.gathers)
        }
        #expect(gathers == [false, false, false, true], "a group that is open takes more in any case")
        _ = groups.popFirst()
        #expect(!groups.gathers, "an answer came")
    }

    @Test func `a full group is ended by the next exchange`() {
        var groups = SyncGroups()
        let ends = append(Array(repeating: true, count: SyncGroups.limit + 1), to: &groups)
        #expect(ends == Array(repeating: false, count: SyncGroups.limit) + [true])
        #expect(sizes(&groups) == [SyncGroups.limit, 1])
    }

    @Test func `a group that would be longer than libpq keeps is ended by the next exchange`() {
        var groups = SyncGroups()
        let ends = [SyncGroups.limitBytes - 100, 100, 1, SyncGroups.limitBytes].map { groups.append(sharing: true, bytes: $0) }
        #expect(ends == [false, false, true, true])
        #expect(sizes(&groups) == [2, 1, 1])
    }

    @Test func `results belong to one exchange after the other, and a stray end moves nothing`() {
        var groups = SyncGroups()
        _ = append([true, true, true], to: &groups)
        groups.statementEnded()
        var places = [groups.reading]
        for _ in 0..<3 {
            groups.resultCame()
            groups.statementEnded()
            groups.statementEnded()
            places.append(groups.reading)
        }
        #expect(places == [0, 1, 2, 2])
        #expect(sizes(&groups) == [3] && groups.reading == 0)
    }
}
