extension FieldTable {
    /// Writes the object whose memory starts at `root`.
    func write(_ root: UnsafeRawPointer, to writer: inout JSONWriter) {
        writer.byte(UInt8(ascii: "{"))
        var isFirst = true
        for index in 0..<entries.count {
            let access = entries[index].field.access
            if entries[index].field.note.omitsNull, isNull(root, access) { continue }
            writer.write(isFirst ? entries[index].quotedName : entries[index].key)
            isFirst = false
            if access.offset >= 0 {
                access.write(root + access.offset, &writer)
            } else {
                access.writeComputed(root, &writer)
            }
        }
        writer.byte(UInt8(ascii: "}"))
    }

    private func isNull(_ root: UnsafeRawPointer, _ access: ErasedField.Access) -> Bool {
        access.offset >= 0 ? access.isNull(root + access.offset) : access.isNullComputed(root)
    }
}
