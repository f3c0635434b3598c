extension FieldTable {
    /// Writes the object whose memory starts at `root`.
    func write(_ root: UnsafeRawPointer, to writer: inout JSONWriter) {
        if let opening {
            writer.write(opening)
            return writeMembers(root, to: &writer, isFirst: false)
        }
        writer.byte(UInt8(ascii: "{"))
        writeMembers(root, to: &writer, isFirst: true)
    }

    @inline(__always)
    private func writeMembers(_ root: UnsafeRawPointer, to writer: inout JSONWriter, isFirst: Bool) {
        var isFirst = isFirst
        for index in 0..<entries.count {
            let entry = entry(index)
            let value = root + entry.pointee.access.writing.offset
            if entry.pointee.omitsNull, entry.pointee.access.writing.isNull(value) { continue }
            writer.write(isFirst ? entry.pointee.quotedName : entry.pointee.key)
            isFirst = false
            entry.pointee.access.writing.write(value, &writer)
        }
        writer.byte(UInt8(ascii: "}"))
    }
}
