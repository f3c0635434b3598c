/// White space in order.
enum WhiteSpace {
    /// Without spaces and line ends at both ends.
    static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var slice = bytes[...]
        while let first = slice.first, first == 0x20 || first == 0x0A { slice.removeFirst() }
        while let last = slice.last, last == 0x20 || last == 0x0A { slice.removeLast() }
        return slice.count == bytes.count ? bytes : Array(slice)
    }
}
