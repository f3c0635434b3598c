/// Makes a ZIP archive in memory (PKWARE APPNOTE 6.3.3): names in UTF-8, sizes below 4 GiB, no times.
public struct ZipArchive: Sendable {
    /// How a file is kept.
    public enum Method: Sendable {
        /// As it is: for what is compressed already.
        case stored
        /// Deflated.
        case deflated
    }

    private struct Entry: Sendable {
        let name: [UInt8]
        let method: UInt16
        let checksum: UInt32
        let packedBytes: Int
        let bytes: Int
        let offset: Int
    }

    private var output: [UInt8] = []
    private var entries: [Entry] = []

    /// An empty archive.
    public init() {}

    /// Adds a file. A name that is there already, more than 65,535 files or 4 GiB are our own mistake and trap.
    public mutating func add(_ name: String, _ content: [UInt8], _ method: Method = .deflated) {
        precondition(!entries.contains { $0.name.elementsEqual(name.utf8) } && entries.count < 0xFFFF, "each name once")
        let packed = method == .stored ? content : Self.deflated(content)
        precondition(output.count + packed.count < 0xFFFF_FFFF && content.count < 0xFFFF_FFFF, "no ZIP64")
        let entry = Entry(
            name: Array(name.utf8), method: method == .stored ? 0 : 8, checksum: CRC32.checksum(content), packedBytes: packed.count, bytes: content.count,
            offset: output.count)
        write(0x0403_4B50 as UInt32)
        writeCommon(of: entry)
        output += entry.name
        output += packed
        entries.append(entry)
    }

    /// The whole archive.
    public consuming func finish() -> [UInt8] {
        let directory = output.count
        for entry in entries {
            write(0x0201_4B50 as UInt32)
            write(20 as UInt16)
            writeCommon(of: entry)
            // No comment, first disk, no attributes.
            output += [UInt8](repeating: 0, count: 10)
            write(UInt32(entry.offset))
            output += entry.name
        }
        let length = output.count - directory
        write(0x0605_4B50 as UInt32)
        write(0 as UInt32)
        write(UInt16(entries.count))
        write(UInt16(entries.count))
        write(UInt32(length))
        write(UInt32(directory))
        write(0 as UInt16)
        return output
    }

    /// What both headers of a file have in common (§4.3.7, §4.3.12); the time is the first that the format knows.
    private mutating func writeCommon(of entry: Entry) {
        write(20 as UInt16)
        // The name is UTF-8 (§4.4.4, bit 11).
        write(0x0800 as UInt16)
        write(entry.method)
        write(0 as UInt16)
        write(0x21 as UInt16)
        write(entry.checksum)
        write(UInt32(entry.packedBytes))
        write(UInt32(entry.bytes))
        write(UInt16(entry.name.count))
        write(0 as UInt16)
    }

    private mutating func write(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number.littleEndian) { output += $0 } }

    private static func deflated(_ content: [UInt8]) -> [UInt8] { Compressor.compress(content, .raw) }
}
