/// Scans that look at eight bytes at a time.
///
/// Each marks a wanted byte by its top bit. Borrows and carries travel upwards only, so that the lowest mark is exact, and it is the one used.
extension Span<UInt8> {
    /// The first byte from `start` on that is a control byte (below 0x20, or 0x7F); `count` when there is none.
    @inline(__always)
    func firstControl(from start: Int) -> Int {
        first(from: start) {
            $0 < 0x20 || $0 == 0x7F
        } orMarkedIn: { word in
            let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
            return (word &- 0x2020_2020_2020_2020) & ~word | (delete &- 0x0101_0101_0101_0101) & ~delete
        }
    }

    /// The first byte from `start` on that is not visible ASCII (0x21 to 0x7E); `count` when there is none.
    @inline(__always)
    func firstNotVisible(from start: Int) -> Int {
        first(from: start) {
            $0 < 0x21 || $0 > 0x7E
        } orMarkedIn: { word in
            (word &- 0x2121_2121_2121_2121) & ~word | word | (word &+ 0x0101_0101_0101_0101)
        }
    }

    /// The first place of `byte` from `start` on; `count` when there is none.
    @inline(__always)
    func firstPlace(of byte: UInt8, from start: Int) -> Int {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        return first(from: start) {
            $0 == byte
        } orMarkedIn: { word in
            let difference = word ^ pattern
            return (difference &- 0x0101_0101_0101_0101) & ~difference
        }
    }

    @inline(__always)
    private func first(from start: Int, where wanted: (UInt8) -> Bool, orMarkedIn marks: (UInt64) -> UInt64) -> Int {
        let raw = self.bytes
        var index = start
        while index &+ 8 <= count {
            let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found = marks(word) & 0x8080_8080_8080_8080
            if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < count, !wanted(self[index]) { index &+= 1 }
        return index
    }

    /// True when the bytes are `text` in any ASCII case; `text` is lower case.
    @inline(__always)
    func isText(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        for index in 0..<count where FieldSyntax.lowercased(self[index]) != wanted[index] { return false }
        return true
    }

    /// Appends these bytes to an array in one copy.
    @inline(__always)
    func append(to array: inout [UInt8]) {
        withUnsafeBufferPointer { array.append(contentsOf: $0) }
    }
}
