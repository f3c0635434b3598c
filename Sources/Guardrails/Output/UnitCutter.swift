/// Cuts a clean answer into units that are judged in pairs: some sentences, or some words where sentences are long. Where it cuts depends on the text alone.
struct UnitCutter {
    /// A sentence's end behind so many bytes ends a unit, and a space behind so many.
    private static let leastBytes = 240, mostBytes = 480
    /// Without any space, a whole character behind so many does; any scalar behind twice as many.
    private static let hardBytes = 640

    private var unit: [UInt8] = []
    private var isAfterStop = false

    /// Takes clean bytes; gives `found` each unit that is complete.
    mutating func receive(_ bytes: [UInt8], found: ([UInt8]) -> Void) {
        for byte in bytes {
            if unit.count >= Self.hardBytes, byte & 0xC0 != 0x80, !Self.mayJoin(byte) || unit.count >= 2 * Self.hardBytes { end(found) }
            unit.append(byte)
            if unit.count >= Self.leastBytes, ends(byte) { end(found) }
            isAfterStop = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        }
    }

    /// What is left when the answer is complete.
    mutating func finish() -> [UInt8] {
        defer { unit = [] }
        return unit
    }

    private mutating func end(_ found: ([UInt8]) -> Void) {
        found(unit)
        unit.removeAll(keepingCapacity: true)
    }

    /// Whether the unit may end behind this byte.
    private func ends(_ byte: UInt8) -> Bool {
        if byte == 0x0A || (byte == 0x20 && (isAfterStop || unit.count >= Self.mostBytes)) { return true }
        // 。！？ and, where there are no spaces, 、
        guard byte >= 0x80, unit.count >= 3 else { return false }
        let mark = (unit[unit.count - 3], unit[unit.count - 2], byte)
        return mark == (0xE3, 0x80, 0x82) || mark == (0xEF, 0xBC, 0x81) || mark == (0xEF, 0xBC, 0x9F)
            || (mark == (0xE3, 0x80, 0x81) && unit.count >= Self.mostBytes)
    }

    /// First bytes of characters that may belong to the one before: marks, joiners, modifiers of emoji.
    private static func mayJoin(_ byte: UInt8) -> Bool { !(byte < 0x80 || (0xE3...0xE9).contains(byte)) }
}
