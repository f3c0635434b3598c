import CPostgres

/// The parallel arrays that libpq takes, kept from one statement to the next.
struct ParameterVectors {
    private var text: [UInt8] = []
    private var types: [Oid] = []
    private var values: [UnsafePointer<CChar>?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// Puts a statement into the connection's output; false when libpq refuses (broken connection, no memory).
    mutating func send(_ sql: SQL, on handle: OpaquePointer) -> Bool {
        sql.render(into: &text)
        removeAll()
        // libpq copies the values before it returns.
        return sql.values.withUnsafeBytes { bytes in
            for parameter in sql.parameters { append(parameter, in: bytes) }
            return text.withUnsafeBufferPointer { text in
                text.withMemoryRebound(to: CChar.self) {
                    PQsendQueryParams(handle, $0.baseAddress, Int32(types.count), types, values, lengths, formats, 1) == 1
                }
            }
        }
    }

    private mutating func append(_ parameter: SQL.Parameter, in bytes: UnsafeRawBufferPointer) {
        types.append(parameter.type.id)
        lengths.append(Int32(clamping: parameter.valueBytes))
        formats.append(parameter.isBinary ? 1 : 0)
        values.append(parameter.valueOffset < 0 ? nil : bytes.baseAddress.map { ($0 + parameter.valueOffset).assumingMemoryBound(to: CChar.self) })
    }

    private mutating func removeAll() {
        types.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
    }
}
