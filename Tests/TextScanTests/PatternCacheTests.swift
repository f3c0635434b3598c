import Glibc
import TestKit
import Testing
import TextScan

@Suite struct PatternCacheTests {
    private let patterns = [ScanPattern("ignore")]

    private func finds(_ set: PatternSet) throws -> Bool {
        let bytes = Array("do ignore it".utf8)
        return try !set.matches(in: bytes.span).isEmpty
    }

    @Test func `a set is kept and opened again`() throws {
        let folder = TemporaryFolder()
        let cache = PatternCache(folder: folder.path)
        #expect(try finds(cache.set(patterns)))
        let kept = folder.names
        #expect(kept.count == 1)
        #expect(try finds(cache.set(patterns)))
        #expect(folder.names == kept)
    }

    @Test func `other patterns and other options have another place`() throws {
        let folder = TemporaryFolder()
        let cache = PatternCache(folder: folder.path)
        _ = try cache.set(patterns)
        _ = try cache.set([ScanPattern("ignor")])
        _ = try cache.set([ScanPattern("ignore", options: .caseless)])
        #expect(folder.names.count == 3)
    }

    @Test(arguments: ["", "short", String(repeating: "x", count: 5_000)]) func `what is damaged is compiled anew and replaced`(content: String) throws {
        let folder = TemporaryFolder()
        let cache = PatternCache(folder: folder.path)
        _ = try cache.set(patterns)
        let path = "\(folder.path)/\(try #require(folder.names.first))"
        let file = try #require(fopen(path, "w"))
        fputs(content, file)
        fclose(file)
        #expect(try finds(cache.set(patterns)))
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_size != content.utf8.count)
    }

    @Test func `a file that others may write to does not count`() throws {
        let folder = TemporaryFolder()
        let cache = PatternCache(folder: folder.path)
        _ = try cache.set(patterns)
        let path = "\(folder.path)/\(try #require(folder.names.first))"
        chmod(path, 0o666)
        #expect(try finds(cache.set(patterns)))
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func `without its folder nothing is kept`() throws {
        #expect(try finds(PatternCache(folder: "/nowhere/at/all").set(patterns)))
    }
}
