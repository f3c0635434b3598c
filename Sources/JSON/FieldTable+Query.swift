extension FieldTable {
    /// Reads the parameters of a query in wire form into the slots; false, and no slot initialised, where only the thorough road can tell.
    ///
    /// Takes numbers given once each under their plain names: paging and the like, which is what most queries are.
    @usableFromInline
    func read(query: UnsafeBufferPointer<UInt8>, into slots: UnsafeMutableRawPointer) -> Bool {
        var filled = FilledSlots()
        guard readPairs(query, slots, &filled), fillAbsent(slots, &filled) else {
            destroy(filled, in: slots)
            return false
        }
        return true
    }

    private func readPairs(_ query: UnsafeBufferPointer<UInt8>, _ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots) -> Bool {
        var start = 0
        while start < query.count {
            let end = query[start...].firstIndex(of: UInt8(ascii: "&")) ?? query.count
            guard readPair(UnsafeBufferPointer(rebasing: query[start..<end]), slots, &filled) else { return false }
            start = end + 1
        }
        return true
    }

    private func readPair(_ pair: UnsafeBufferPointer<UInt8>, _ slots: UnsafeMutableRawPointer, _ filled: inout FilledSlots) -> Bool {
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
            let index = index(of: UnsafeBufferPointer(rebasing: pair[..<equals]), from: 0), !filled.contains(index), entry(index).pointee.isNumber
        else { return false }
        let value = UnsafeBufferPointer(rebasing: pair[(equals + 1)...]), slot = slots + entry(index).pointee.slot
        // `+` is a space in a query.
        guard JSONReader.mayBeNumber(value), !value.contains(UInt8(ascii: "+")) else { return false }
        do throws(JSONReader.Failure) {
            var reader = try JSONReader(checking: value, maximumDepth: 0)
            try entry(index).pointee.access.read(&reader, slot)
            filled.insert(index)
            try reader.finish()
        } catch {
            return false
        }
        return isAllowed(slot, entry(index))
    }
}

extension JSONReader {
    /// Whether these are the bytes of a number, by their first one.
    @usableFromInline
    static func mayBeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return first &- UInt8(ascii: "0") < 10 || first == UInt8(ascii: "-")
    }
}

extension JSONValue {
    /// Reads a parameter in wire form by the fast road; nil where only `decode(parameter:)` can tell.
    @inlinable
    public static func read(parameter bytes: Span<UInt8>) -> Self? {
        guard isNumber, bytes.withUnsafeBufferPointer(JSONReader.mayBeNumber) else { return nil }
        return try? JSON.read(Self.self, from: bytes, maximumDepth: 0)
    }
}

extension JSONObject {
    /// Reads the parameters of a query in wire form by the fast road; nil where only `decode(parameters:)` can tell.
    @inlinable
    public static func read(query: Span<UInt8>) -> Self? {
        query.withUnsafeBufferPointer { json.read(query: $0) }
    }
}

extension Object {
    @inlinable
    func read(query: UnsafeBufferPointer<UInt8>) -> Root? {
        let root = withUnsafeTemporaryAllocation(byteCount: table.slotBytes, alignment: 16) { slots in
            table.read(query: query, into: slots.baseAddress!) ? make(slots.baseAddress!) : nil
        }
        guard let root else { return nil }
        for rule in rules where !rule.holds(root) { return nil }
        return root
    }
}
