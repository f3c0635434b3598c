extension RandomAccessCollection<UInt8> where Index == Int {
    /// The scalar that begins here, and how many bytes it has. Of valid UTF-8.
    func scalar(at place: Int) -> (value: UInt32, length: Int) {
        let lead = self[place]
        guard lead >= 0x80 else { return (UInt32(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
        for offset in 1..<length { value = value << 6 | UInt32(self[place + offset] & 0x3F) }
        return (value, length)
    }
}
