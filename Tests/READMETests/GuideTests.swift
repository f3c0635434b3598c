import Glibc
import Testing

@Suite struct `The guide to Web` {
    /// Its blocks of Swift in order: each is the part of the file, between imports and tests, that is compiled here.
    private let files = [
        "Serving", "Parameters", "Bodies", "Forms", "Dependencies", "Credentials", "Answers", "Streams", "Surroundings", "WholeSite", "Frontend", "Live",
        "Limits",
        "Documented", "Testing",
    ]

    @Test func `shows the code that is compiled and run here, byte for byte`() throws {
        let blocks = try guide().blocks("swift")
        #expect(blocks.count == files.count)
        for (block, file) in zip(blocks, files) { #expect(try block == shown(file), "Tests/READMETests/Guide/\(file).swift") }
    }

    @Test func `can be read in one sitting`() throws {
        let guide = try guide()
        #expect(guide.lines.count <= 405)
        for block in guide.blocks("swift") { #expect(block.split(separator: "\n", omittingEmptySubsequences: false).count <= 31, "\(block.prefix(60))") }
    }

    @Test func `leads to files and folders that are there`() throws {
        let links = try guide().relativeLinks
        #expect(links.count >= 20)
        for link in links { #expect(access(packagePath("../../Sources/Web/" + link), R_OK) == 0, "\(link)") }
    }

    /// A file without its imports and its tests.
    private func shown(_ file: String) throws -> String {
        let text = try packageText("Guide/\(file).swift")
        let body = text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("import ") || $0.isEmpty }
        let end = body.firstIndex(of: "// MARK: - Tests").map { $0 - 1 } ?? body.endIndex - 1
        return body[..<end].map { $0 + "\n" }.joined()
    }
}
