import Platform
import Testing

@testable import local_cloud

@Suite struct ListingTests {
    private func objects(_ keys: [String]) -> [StoredObject] {
        keys.map {
            StoredObject(
                key: ObjectKey($0), dataID: "", byteCount: 0, tag: "", lastModified: UnixTime(seconds: 0), attributes: ObjectAttributes(), checksum: nil)
        }.sorted { $0.key < $1.key }
    }

    /// Every page until the last, as keys and as prefixes in one list.
    private func pages(_ all: [StoredObject], _ request: ListingRequest) -> [[String]] {
        var request = request, pages: [[String]] = []
        while pages.count < 100 {
            let page = Listing(of: all, request)
            pages.append((page.objects.map(\.key) + page.commonPrefixes).sorted().map(\.text))
            guard let next = page.next else { break }
            // As a client carries it.
            request.position = ContinuationToken.position(ContinuationToken.text(next)) ?? .start
        }
        return pages
    }

    private static let keys = ["a/1", "a/2", "a0", "b", "b/c/1", "b/c/2", "b/d", "猫/1", "猫/2"]

    @Test(arguments: 1...10) func `pages of any size hold everything once and in order`(size: Int) {
        let found = pages(objects(Self.keys), ListingRequest(maximumKeys: size))
        #expect(found.flatMap(\.self) == Self.keys)
        #expect(found.dropLast().allSatisfy { $0.count == size } && found.count == (Self.keys.count + size - 1) / size)
    }

    @Test(arguments: 1...6) func `keys behind a delimiter are one line, on whichever page they fall`(size: Int) {
        let found = pages(objects(Self.keys), ListingRequest(delimiter: [UInt8(ascii: "/")], maximumKeys: size))
        #expect(found.flatMap(\.self) == ["a/", "a0", "b", "b/", "猫/"])
    }

    @Test(arguments: [
        ("b/", "/", ["b/c/", "b/d"]), ("b/c", "/", ["b/c/"]), ("b", "", ["b", "b/c/1", "b/c/2", "b/d"]),
        ("", "c/", ["a/1", "a/2", "a0", "b", "b/c/", "b/d", "猫/1", "猫/2"]),
        ("zzz", "/", []), ("猫/", "", ["猫/1", "猫/2"]),
    ])
    func `a prefix bounds a listing`(prefix: String, delimiter: String, expected: [String]) {
        #expect(pages(objects(Self.keys), ListingRequest(prefix: Array(prefix.utf8), delimiter: Array(delimiter.utf8))) == [expected])
    }

    @Test func `a listing goes on behind a key, also one that is gone, and never before its prefix`() {
        let all = objects(Self.keys)
        #expect(Listing(of: all, ListingRequest(position: .after(ObjectKey("b/a")))).objects.first?.key == ObjectKey("b/c/1"))
        #expect(Listing(of: all, ListingRequest(prefix: Array("b/".utf8), position: .after(ObjectKey("a")))).objects.first?.key == ObjectKey("b/c/1"))
        #expect(Listing(of: all, ListingRequest(maximumKeys: 0)) == Listing(of: [], ListingRequest()))
    }

    @Test func `keys are sorted by bytes, and spellings are not folded`() {
        let keys = ["\u{e9}", "e\u{301}", "\u{ffff}", "🍁", "Z", "a"]
        #expect(
            objects(keys).map { $0.key.text.unicodeScalars.map(\.value) }
                == ["Z", "a", "e\u{301}", "\u{e9}", "\u{ffff}", "🍁"].map { $0.unicodeScalars.map(\.value) })
        #expect(ObjectKey("\u{e9}") != ObjectKey("e\u{301}"))
    }

    @Test(arguments: ["", "x", "!", "a2V5", String(repeating: "a", count: 3_000)]) func `a token that we did not write is none`(text: String) {
        #expect(ContinuationToken.position(text) == nil || text == "a2V5" && ContinuationToken.position(text) == .after(ObjectKey("ey")))
    }
}
