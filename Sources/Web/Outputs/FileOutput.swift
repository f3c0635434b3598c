public import HTTPCore
public import Platform

/// A file, whole or in the parts the caller asks for; conditional requests are honoured (RFC 9110 §13, §14).
///
/// ```swift
/// func export(path: Path<ReportID>) async throws -> FileOutput {
///     try await FileOutput.open("\(path.value.rawValue).csv", in: reports, on: pool, disposition: .attachment("report.csv"))
/// }
/// ```
public struct FileOutput: ResponseOutput, Sendable {
    /// What browsers do with the file (RFC 6266).
    public enum Disposition: Sendable, Equatable {
        /// Stored under this name.
        case attachment(String)
        /// Shown; only for files of our own, as HTML or SVG of others runs with the rights of our pages.
        case inline
    }

    /// The file.
    public var file: OpenFile
    /// Its media type.
    public var contentType: String
    /// What browsers do with it.
    public var disposition: Disposition
    /// Who may keep it.
    public var cacheControl: String

    /// Wraps an open file.
    ///
    /// - Parameter contentType: nil goes by the ending of the name it is stored under.
    public init(_ file: OpenFile, disposition: Disposition, contentType: String? = nil, cacheControl: String = "private, no-cache") {
        self.file = file
        self.disposition = disposition
        self.cacheControl = cacheControl
        if let contentType {
            self.contentType = contentType
        } else if case .attachment(let name) = disposition {
            self.contentType = MediaTypes.type(of: name)
        } else {
            self.contentType = MediaTypes.unknown
        }
    }

    /// Opens a file below a folder, which its path cannot leave, on a thread of `pool`.
    ///
    /// - Throws: `HTTPError` 404 when there is none, `FileError` when the disk fails, `BlockingPoolError` when too many wait for it.
    public static func open(
        _ path: String, in folder: Folder, on pool: BlockingPool, disposition: Disposition, contentType: String? = nil,
        cacheControl: String = "private, no-cache"
    ) async throws -> FileOutput {
        let entry = try await pool.run { try folder.entry(path) }
        guard case .file(let file) = entry else { throw HTTPError.fileNotFound }
        var type = contentType
        if type == nil, disposition == .inline { type = MediaTypes.type(of: path) }
        return FileOutput(file, disposition: disposition, contentType: type, cacheControl: cacheControl)
    }

    /// 200, 206 or 304 by what the request asks for.
    ///
    /// - Throws: `HTTPError` 412 or 416.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        let version = FileVersion(file.status)
        var describing: Fields = [:]
        if case .attachment(let name) = disposition { describing.append(.contentDisposition, Self.attachment(name)) }
        let representation = FileRepresentation(
            FileRepresentation.Content(file), contentType: contentType, tag: version.tag, lastModified: version.lastModified, describing: describing,
            fields: [.cacheControl: cacheControl])
        return try representation.response(to: context.request)
    }

    /// Content of a type that is known when it is sent.
    public static func describe(status: Status, in operation: inout Operation) {
        operation.answer(status, contentType: "application/octet-stream")
        operation.mayAnswer(206, "The parts that `Range` asks for")
        operation.mayAnswer(.notModified, "The caller has this version")
        operation.mayAnswer(412, "Not the version that `If-Match` or `If-Unmodified-Since` names")
        operation.mayAnswer(416, "`Range` lies beyond the end")
    }
}
