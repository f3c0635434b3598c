import Compression

/// Writes pictures as PNG: 8 bits of red, green and blue, each row as the difference to the one above. Source: PNG (W3C), sections 5, 9 and 11.
enum PNG {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Parameter pixels: three bytes each, row by row.
    static func encode(width: Int, height: Int, pixels: [UInt8]) -> [UInt8] {
        precondition(width > 0 && height > 0 && pixels.count == width * height * 3, "three bytes a pixel")
        var file = signature
        append("IHDR", word(width) + word(height) + [8, 2, 0, 0, 0], to: &file)
        append("IDAT", Compressor.compress(filtered(width * 3, pixels), .zlib, level: 6), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// Filter type 2, "Up", in every row but the first.
    private static func filtered(_ rowBytes: Int, _ pixels: [UInt8]) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(pixels.count + pixels.count / rowBytes)
        for start in stride(from: 0, to: pixels.count, by: rowBytes) {
            rows.append(start == 0 ? 0 : 2)
            for index in start..<start + rowBytes { rows.append(start == 0 ? pixels[index] : pixels[index] &- pixels[index - rowBytes]) }
        }
        return rows
    }

    private static func append(_ type: String, _ content: [UInt8], to file: inout [UInt8]) {
        let checked = Array(type.utf8) + content
        file += word(content.count) + checked + word(Int(CRC32.checksum(checked)))
    }

    private static func word(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
}
