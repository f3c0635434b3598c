/// How fields lie in memory: lines and slots in one array, so that a head costs one allocation however many fields it has.
extension Fields {
    /// Where a field's name and value lie, counted from the first line.
    struct Slot: Sendable {
        var nameStart: UInt32
        var nameLength: UInt32
        var valueStart: UInt32
        var valueLength: UInt32

        static let byteCount = 16

        var name: Range<Int> { Int(nameStart)..<Int(nameStart &+ nameLength) }
        var value: Range<Int> { Int(valueStart)..<Int(valueStart &+ valueLength) }
    }

    /// Takes a parsed section over: its lines from `linesStart` of `bytes` to the end, with the slots behind them.
    init(copying bytes: Span<UInt8>, linesStart: Int, slots: [Slot]) {
        var storage: [UInt8] = []
        storage.reserveCapacity(bytes.count + slots.count * Slot.byteCount)
        bytes.append(to: &storage)
        slots.withUnsafeBytes { storage.append(contentsOf: $0) }
        self.storage = storage
        self.linesStart = UInt32(linesStart)
        linesEnd = UInt32(bytes.count)
        slotCount = UInt32(slots.count)
    }

    /// Where a range of a slot lies in `storage`.
    @inline(__always)
    func place(_ range: Range<Int>) -> Range<Int> { range.lowerBound &+ Int(linesStart)..<range.upperBound &+ Int(linesStart) }

    @inline(__always)
    func slot(at index: Int) -> Slot {
        storage.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: Int(linesEnd) &+ index &* Slot.byteCount, as: Slot.self) }
    }

    /// Lends the lines in wire form.
    @inline(__always)
    func withLines<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(linesStart)..<Int(linesEnd)])) }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: storage[place(range)], as: UTF8.self) }

    // MARK: Finding

    func firstSlot(_ name: FieldName) -> Slot? { firstIndex(name, from: 0).map(slot(at:)) }

    /// The first field of this name from `start` on.
    func firstIndex(_ name: FieldName, from start: Int) -> Int? {
        var text = name.text
        return text.withUTF8 { wanted in
            let bytes = storage.span
            var index = start
            while index < count {
                let slot = slot(at: index)
                if Int(slot.nameLength) == wanted.count, FieldSyntax.equalsIgnoringCase(bytes.extracting(place(slot.name)), wanted.span) { return index }
                index &+= 1
            }
            return nil
        }
    }

    // MARK: Adding

    /// Adds `name: value` and CR LF.
    mutating func appendLine(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
        let start = Int(linesEnd &- linesStart)
        let lineBytes = name.count + value.count + 4
        let slot = Slot(
            nameStart: UInt32(start), nameLength: UInt32(name.count), valueStart: UInt32(start + name.count + 2), valueLength: UInt32(value.count))
        makeRoom(lineBytes: lineBytes, slots: 1) { line, slots in
            line.copyMemory(from: name)
            line.storeBytes(of: UInt8(ascii: ":"), toByteOffset: name.count, as: UInt8.self)
            line.storeBytes(of: UInt8(ascii: " "), toByteOffset: name.count + 1, as: UInt8.self)
            UnsafeMutableRawBufferPointer(rebasing: line[(name.count + 2)...]).copyMemory(from: value)
            Self.replaceControls(UnsafeMutableRawBufferPointer(rebasing: line[(name.count + 2)..<(line.count - 2)]))
            line.storeBytes(of: UInt8(ascii: "\r"), toByteOffset: line.count - 2, as: UInt8.self)
            line.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: line.count - 1, as: UInt8.self)
            slots.storeBytes(of: slot, as: Slot.self)
        }
    }

    /// Adds the lines of `other`, and its slots moved by where they come to lie.
    mutating func appendLines(of other: Fields) {
        // Nothing added to an empty array would write into the storage that all empty arrays of the process share.
        guard !other.isEmpty else { return }
        let shift = linesEnd &- linesStart
        other.withLines { lines in
            makeRoom(lineBytes: lines.count, slots: other.count) { line, slots in
                line.copyMemory(from: UnsafeRawBufferPointer(lines))
                for index in 0..<other.count {
                    var slot = other.slot(at: index)
                    slot.nameStart &+= shift
                    slot.valueStart &+= shift
                    slots.storeBytes(of: slot, toByteOffset: index * Slot.byteCount, as: Slot.self)
                }
            }
        }
    }

    /// Lends room behind the lines and behind the slots, to be filled whole.
    @inline(__always)
    private mutating func makeRoom(
        lineBytes: Int, slots: Int, _ fill: (UnsafeMutableRawBufferPointer, UnsafeMutableRawBufferPointer) -> Void
    ) {
        let end = Int(linesEnd), table = count * Slot.byteCount, more = lineBytes + slots * Slot.byteCount
        storage.append(addingCapacity: more) { $0.withUnsafeMutableBufferPointer { _, initialized in initialized = more } }
        storage.withUnsafeMutableBytes { bytes in
            if table > 0 { (bytes.baseAddress! + end + lineBytes).copyMemory(from: bytes.baseAddress! + end, byteCount: table) }
            fill(
                UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + lineBytes]),
                UnsafeMutableRawBufferPointer(rebasing: bytes[(end + lineBytes + table)...]))
        }
        linesEnd &+= UInt32(lineBytes)
        slotCount &+= UInt32(slots)
    }

    private static func replaceControls(_ bytes: UnsafeMutableRawBufferPointer) {
        bytes.withMemoryRebound(to: UInt8.self) { value in
            var place = UnsafeBufferPointer(value).span.firstControl(from: 0)
            while place < value.count {
                if !FieldSyntax.isValueByte(value[place]) { value[place] = UInt8(ascii: " ") }
                place = UnsafeBufferPointer(value).span.firstControl(from: place + 1)
            }
        }
    }
}
