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
    @usableFromInline
    func read(_ reader: inout JSONReader, into slots: UnsafeMutableRawPointer) throws(JSONReader.Failure) {
        var filled = FilledSlots()
        do throws(JSONReader.Failure) {
            try readMembers(&reader, slots, &filled)
            guard fillAbsent(slots, &filled) else { throw reader.mismatch() }
        } catch {
            destroy(filled, in: slots)
            throw error
        }
    }

    /// Puts what absence means into the slots that are empty; false when one of them must be given.
    func fillAbsent(_ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots) -> Bool {
        for index in 0..<entries.count where !filled.contains(index) {
            guard entry(index).pointee.field.checks.fillAbsent(slots + entry(index).pointee.slot) else { return false }
            filled.insert(index)
        }
        return true
    }

    func destroy(_ filled: FilledSlots, in slots: UnsafeMutableRawPointer) {
        for index in 0..<entries.count where filled.contains(index) {
            entry(index).pointee.access.destroy(slots + entry(index).pointee.slot)
        }
    }

    private func readMembers(_ reader: inout JSONReader, _ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots) throws(JSONReader.Failure) {
        var expected = 0, isFirst = true
        try reader.beginObject()
        while try reader.nextMember(isFirst: isFirst) {
            isFirst = false
            // Most objects come in the order of their declaration and without spaces: one comparison finds name and colon.
            let index: Int
            if expected < entries.count && reader.skip(entry(expected)) {
                index = expected
            } else {
                switch try readName(&reader, from: expected) {
                case .field(let place): index = place
                case .tag(let place):
                    guard try reader.readString() == tags[place].value else { throw reader.mismatch() }
                    continue
                case .nobody:
                    if refusesUnknown { throw reader.mismatch() }
                    try reader.skipValue()
                    continue
                }
            }
            try readField(index, &reader, slots, &filled)
            expected = index + 1
        }
    }

    @inline(__always)
    private func readField(
        _ index: Int, _ reader: inout JSONReader, _ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots
    ) throws(JSONReader.Failure) {
        let entry = entry(index), slot = slots + entry.pointee.slot
        if filled.contains(index) {
            if entry.pointee.hasOtherNames { throw reader.mismatch() }
            entry.pointee.access.destroy(slot)
            filled.remove(index)
        }
        try entry.pointee.access.read(&reader, slot)
        filled.insert(index)
        guard isAllowed(slot, entry) else { throw reader.mismatch() }
    }

    @inline(__always)
    func isAllowed(_ slot: UnsafeMutableRawPointer, _ entry: UnsafePointer<Entry>) -> Bool {
        switch entry.pointee.check {
        case .nothing: true
        case .integer(let limits): limits.allow(slot.assumingMemoryBound(to: Int.self).pointee)
        case .length(let limits): limits.allow(slot.assumingMemoryBound(to: String.self).pointee)
        case .rules: entry.pointee.access.holds(slot)
        }
    }

    /// Reads a name and its colon, and finds whose it is.
    private func readName(_ reader: inout JSONReader, from expected: Int) throws(JSONReader.Failure) -> Named {
        let named: Named
        reader.position += 1
        let first = reader.position
        reader.skipPlainBytes()
        if reader.position < reader.end, reader.position.pointee == UInt8(ascii: "\"") {
            named = self.named(UnsafeBufferPointer(start: first, count: reader.position - first), from: expected)
            reader.position += 1
        } else {
            named = try reader.readEscapedString(from: first).withUnsafeBufferPointer { self.named($0, from: expected) }
        }
        try reader.readColon()
        return named
    }

    private func named(_ name: UnsafeBufferPointer<UInt8>, from expected: Int) -> Named {
        if let index = index(of: name, from: expected) { return .field(index) }
        return otherNames.isEmpty && tags.isEmpty ? .nobody : otherwiseNamed(name)
    }

    func index(of name: UnsafeBufferPointer<UInt8>, from expected: Int) -> Int? {
        for index in expected..<max(expected, entries.count) where isNamed(index, name) { return index }
        for index in 0..<min(expected, entries.count) where isNamed(index, name) { return index }
        return nil
    }

    @inline(__always)
    private func isNamed(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let candidate = entry(index).pointee.nameBytes
        return candidate.count == name.count && memcmp(candidate.baseAddress!, name.baseAddress ?? candidate.baseAddress!, name.count) == 0
    }
}

extension JSONReader {
    /// Passes over this field's name and colon when they come next, written without spaces and escapes.
    @inline(__always)
    mutating func skip(_ entry: UnsafePointer<FieldTable.Entry>) -> Bool {
        let count = entry.pointee.key.count - 1
        guard end - position >= max(count, 8) else { return false }
        let first = UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
        guard first & entry.pointee.firstMask == entry.pointee.firstBytes else { return false }
        if count > 8 {
            let last = UInt64(littleEndian: UnsafeRawPointer(position + count - 8).loadUnaligned(as: UInt64.self))
            guard last == entry.pointee.lastBytes else { return false }
        }
        if count > 16, memcmp(position + 8, entry.pointee.quotedName.baseAddress! + 8, count - 16) != 0 { return false }
        position += count
        return true
    }
}
