public import HTTPCore

/// A media type that is known when the application is declared, for `StreamingOutput`.
public protocol StreamedMediaType: Sendable {
    /// The value of Content-Type.
    static var contentType: String { get }
}

/// Any bytes.
public enum BinaryStream: StreamedMediaType {
    /// application/octet-stream
    public static var contentType: String { "application/octet-stream" }
}

/// Plain text in UTF-8.
public enum TextStream: StreamedMediaType {
    /// text/plain; charset=utf-8
    public static var contentType: String { "text/plain; charset=utf-8" }
}

/// A table in UTF-8 (RFC 4180).
public enum CSVStream: StreamedMediaType {
    /// text/csv; charset=utf-8
    public static var contentType: String { "text/csv; charset=utf-8" }
}

/// One JSON value per line.
public enum JSONLinesStream: StreamedMediaType {
    /// application/x-ndjson
    public static var contentType: String { "application/x-ndjson" }
}

/// Content that is made while it is sent, no faster than the caller reads.
///
/// ```swift
/// func export() async throws -> StreamingOutput<CSVStream> { StreamingOutput(produce: writeRows) }
/// ```
public struct StreamingOutput<Type: StreamedMediaType>: ResponseOutput, Sendable {
    /// The length; nil when it is not known, which makes it leave in chunks.
    public var lengthBytes: Int?
    /// Further header fields.
    public var fields: Fields
    /// Writes the content; what it throws breaks the answer off visibly.
    public var produce: @Sendable (any ResponseBodyWriter) async throws -> Void

    /// Content of type `Type`.
    public init(lengthBytes: Int? = nil, fields: Fields = [:], produce: @escaping @Sendable (any ResponseBodyWriter) async throws -> Void) {
        self.lengthBytes = lengthBytes
        self.fields = fields
        self.produce = produce
    }

    /// A response whose content is produced while it is sent.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        var fields: Fields = [.contentType: Type.contentType]
        fields.append(contentsOf: self.fields)
        return Response(status: status, fields: fields, body: .stream(lengthBytes: lengthBytes, produce: produce))
    }

    /// An answer of that type.
    public static func describe(status: Status, in operation: inout Operation) {
        operation.answer(status, contentType: String(Type.contentType.prefix { $0 != ";" }))
    }
}
