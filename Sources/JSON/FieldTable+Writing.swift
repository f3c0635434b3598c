extension FieldTable {
    /// Writes the object whose memory starts at `root`.
    func write(_ root: UnsafeRawPointer, to writer: inout JSONWriter) {
        writer.byte(UInt8(ascii: "{"))
        var isFirst = true
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
