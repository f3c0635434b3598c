/// A user's text without what nobody sees, and with white space in order.
struct InvisibleFilter {
    private var visible = VisibleFilter()
    private var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func take(_ scalar: Unicode.Scalar) { visible.take(scalar.value, into: &bytes) }

    /// Between two characters at most one empty line, or one space, which is full-width when the first one was; nothing at the ends.
    mutating func finish() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0, spaces: ArraySlice<UInt8> = [], lines = 0
        while place < bytes.count {
            let isWide = bytes[place] == 0xE3 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x80
            let next = place + (isWide ? 3 : 1)
            if bytes[place] == 0x0A {
                lines += 1
            } else if isWide || bytes[place] == 0x20 {
                if spaces.isEmpty { spaces = bytes[place..<next] }
            } else {
                if lines > 0 || !spaces.isEmpty {
                    if !result.isEmpty { result += lines > 0 ? ArraySlice(repeatElement(0x0A, count: min(lines, 2))) : spaces }
                    (spaces, lines) = ([], 0)
                }
                result.append(bytes[place])
            }
            place = next
        }
        return result
    }
}
