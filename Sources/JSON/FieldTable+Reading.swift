import Glibc

/// Values put into their places so far.
struct FilledSlots {
    private(set) var mask: UInt64 = 0

    @inline(__always)
    func contains(_ index: Int) -> Bool { mask >> UInt64(index) & 1 == 1 }
    @inline(__always)
    mutating func insert(_ index: Int) { mask |= 1 << UInt64(index) }
    @inline(__always)
    mutating func remove(_ index: Int) { mask &= ~(1 << UInt64(index)) }
}

extension FieldTable {
    /// Reads an object into the slots; on failure none of them is left initialised.
    func read(_ reader: inout JSONReader, into slots: UnsafeMutableRawPointer) throws(JSONReader.Failure) {
        var filled = FilledSlots()
        do throws(JSONReader.Failure) {
            try readMembers(&reader, slots, &filled)
            for index in 0..<entries.count where !filled.contains(index) {
                guard entries[index].field.checks.fillAbsent(slots + entries[index].slot) else { throw reader.mismatch() }
                filled.insert(index)
            }
        } catch {
            destroy(filled, in: slots)
            throw error
        }
    }

    func destroy(_ filled: FilledSlots, in slots: UnsafeMutableRawPointer) {
        for index in 0..<entries.count where filled.contains(index) {
            entries[index].field.access.destroy(slots + entries[index].slot)
        }
    }

    private func readMembers(_ reader: inout JSONReader, _ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots) throws(JSONReader.Failure) {
        var expected = 0, isFirst = true
        try reader.beginObject()
        while try reader.nextMember(isFirst: isFirst) {
            isFirst = false
            // Most objects come in the order of their declaration and without spaces: one comparison finds name and colon.
            guard let index = try expected < entries.count && reader.skip(entries[expected].quotedName) ? expected : readName(&reader, from: expected)
            else {
                if refusesUnknown { throw reader.mismatch() }
                try reader.skipValue()
                continue
            }
            try readField(index, &reader, slots, &filled)
            expected = index + 1
        }
    }

    private func readField(
        _ index: Int, _ reader: inout JSONReader, _ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots
    ) throws(JSONReader.Failure) {
        let slot = slots + entries[index].slot
        if filled.contains(index) {
            entries[index].field.access.destroy(slot)
            filled.remove(index)
        }
        try entries[index].field.access.read(&reader, slot)
        filled.insert(index)
        if let holds = entries[index].field.checks.holds, !holds(slot) { throw reader.mismatch() }
    }

    /// Reads a name and its colon; nil when no field has this name.
    private func readName(_ reader: inout JSONReader, from expected: Int) throws(JSONReader.Failure) -> Int? {
        var index: Int?
        reader.position += 1
        let first = reader.position
        reader.skipPlainBytes()
        if reader.position < reader.end, reader.position.pointee == UInt8(ascii: "\"") {
            index = self.index(of: UnsafeBufferPointer(start: first, count: reader.position - first), from: expected)
            reader.position += 1
        } else {
            index = try reader.readEscapedString(from: first).withUnsafeBufferPointer { self.index(of: $0, from: expected) }
        }
        try reader.readColon()
        return index
    }

    private func index(of name: UnsafeBufferPointer<UInt8>, from expected: Int) -> Int? {
        for step in 0..<entries.count {
            let index = (expected + step) % entries.count
            let candidate = entries[index].nameBytes
            if candidate.count == name.count, memcmp(candidate.baseAddress!, name.baseAddress ?? candidate.baseAddress!, name.count) == 0 { return index }
        }
        return nil
    }
}

extension JSONReader {
    /// Passes over these bytes when they come next.
    @inline(__always)
    mutating func skip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard end - position >= bytes.count, memcmp(position, bytes.baseAddress!, bytes.count) == 0 else { return false }
        position += bytes.count
        return true
    }
}
