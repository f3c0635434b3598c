import CPostgres

extension ServerError {
    /// Reads the error of a failed result; `isFatal` tells that the connection ends with it.
    static func read(_ result: OpaquePointer) -> (error: ServerError, isFatal: Bool) {
        func field(_ code: some BinaryInteger) -> String? { PQresultErrorField(result, Int32(code)).map { String(cString: $0) } }
        var error = ServerError(
            state: SQLState(field(cpostgres_diag_sqlstate) ?? "XX000"), message: field(cpostgres_diag_message) ?? libraryMessage(result),
            detail: field(cpostgres_diag_detail), constraint: field(cpostgres_diag_constraint))
        error.hint = field(cpostgres_diag_hint)
        error.table = field(cpostgres_diag_table)
        error.column = field(cpostgres_diag_column)
        let severity = field(cpostgres_diag_severity) ?? field(cpostgres_diag_local_severity)
        return (error, severity == "FATAL" || severity == "PANIC")
    }

    private static func libraryMessage(_ result: OpaquePointer) -> String { PQresultErrorMessage(result).map { trimmedMessage($0) } ?? "unknown error" }
}

/// libpq's messages end in line breaks.
func trimmedMessage(_ text: UnsafePointer<CChar>) -> String {
    String(cString: text).split(separator: "\n").joined(separator: "; ")
}
