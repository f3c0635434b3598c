import Compression
import Testing

@Suite struct `A ZIP archive` {
    /// A reader of its own: what the directory at the end says is held against what stands before each file.
    private func files(in archive: [UInt8]) throws -> [(name: String, content: [UInt8])] {
        let number = { (at: Int, bytes: Int) in archive[at..<at + bytes].reversed().reduce(0) { $0 << 8 | Int($1) } }
        let end = archive.count - 22
        #expect(number(end, 4) == 0x0605_4B50 && number(end + 16, 4) + number(end + 12, 4) == end)
        var place = number(end + 16, 4), files: [(String, [UInt8])] = []
        for _ in 0..<number(end + 10, 2) {
            #expect(number(place, 4) == 0x0201_4B50)
            let offset = number(place + 42, 4), nameCount = number(place + 28, 2), method = number(place + 10, 2)
            #expect(number(offset, 4) == 0x0403_4B50 && archive[place + 6..<place + 32].elementsEqual(archive[offset + 4..<offset + 30]))
            let start = offset + 30 + nameCount, packed = Array(archive[start..<start + number(place + 20, 4)])
            let content = method == 8 ? try Decompressor.decompress(packed, .raw, limitBytes: 1_000_000) : packed
            #expect(content.count == number(place + 24, 4) && Int(CRC32.checksum(content)) == number(place + 16, 4))
            files.append((String(decoding: archive[place + 46..<place + 46 + nameCount], as: UTF8.self), content))
            place += 46 + nameCount
        }
        return files
    }

    @Test func `gives back what was put in, whichever way it is kept`() throws {
        let long = [UInt8](repeating: 65, count: 100_000)
        var archive = ZipArchive()
        archive.add("言葉.txt", long)
        archive.add("media/0", long, .stored)
        archive.add("empty", [])
        let bytes = archive.finish(), found = try files(in: bytes)
        #expect(found.map(\.name) == ["言葉.txt", "media/0", "empty"])
        #expect(found.map(\.content) == [long, long, []])
        #expect((100_000..<102_000).contains(bytes.count))
    }

    @Test func `may be empty`() throws { #expect(try files(in: ZipArchive().finish()).isEmpty) }
}
