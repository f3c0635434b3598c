public import Encoding
public import HTTPCore

/// Bytes in memory, whole or in the parts the caller asks for; conditional requests are honoured (RFC 9110 §13, §14).
public struct BytesOutput: ResponseOutput, Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// Their media type.
    public var contentType: String
    /// Names this version, 1 to 64 characters of `a-z A-Z 0-9 -`: whoever has it need not be sent it again.
    public var version: String
    /// When it was made; nil where nobody knows or nothing depends on it, as the version alone tells.
    public var lastModified: Timestamp?
    /// Who may keep it.
    public var cacheControl: String

    /// Wraps bytes.
    public init(_ bytes: [UInt8], contentType: String, version: String, lastModified: Timestamp? = nil, cacheControl: String = "private, no-cache") {
        precondition(
            (1...64).contains(version.utf8.count) && version.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") },
            "a version is 1 to 64 letters, digits and hyphens")
        self.bytes = bytes
        self.contentType = contentType
        self.version = version
        self.lastModified = lastModified
        self.cacheControl = cacheControl
    }

    /// 200, 206 or 304 by what the request asks for.
    ///
    /// - Throws: `HTTPError` 412 or 416.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        let representation = FileRepresentation(
            .memory(bytes), contentType: contentType, tag: EntityTag(version), lastModified: lastModified, fields: [.cacheControl: cacheControl])
        return try representation.response(to: context.request)
    }

    /// As `FileOutput`.
    public static func describe(status: Status, in operation: inout Operation) { FileOutput.describe(status: status, in: &operation) }
}
