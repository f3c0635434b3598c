import HTTPCore
public import JSON
import Platform

/// A form with files, sent as `multipart/form-data` (RFC 7578), declared as an object whose files are `UploadedFile`.
///
/// ```swift
/// struct Picture: JSONObject {
///     var title: String, image: UploadedFile
///     static let json = Object("Picture", { Picture(title: $0, image: $1) }, Field("title", \.title, .length(1...80)), Field("image", \.image))
/// }
/// ```
/// Lists take every part of their name, other fields the last; an empty text, and a file without name and content, are absent. The whole body is
/// bounded by the route's body limit, its parts by the route's `multipartLimits`. A body of any other type is a form without fields.
/// `Multipart<Picture>?` is nil without parts.
/// The body is not kept: an input that reads all of it, such as `Body`, must stand before this one.
public struct Multipart<Value: JSONObject>: OptionalContent, Sendable {
    /// The form.
    public let value: Value

    /// Wraps a form, for calls of handlers in tests.
    public init(_ value: Value) { self.value = value }

    /// Reads the form as it arrives.
    ///
    /// - Throws: `InvalidInput` with every problem, `MultipartError` when it is not well formed or too large, `RequestBodyError` when it cannot be had.
    public static func resolve(in context: RequestContext) async throws -> Multipart {
        let form = try await context.resolve(MultipartParts.self)
        guard form.textBytes > longBodyBytes else { return Multipart(try decode(form.parts)) }
        return Multipart(try await decodeAside(form.parts))
    }

    /// Whether there are no parts.
    public static func isAbsent(in context: RequestContext) async throws -> Bool { try await context.resolve(MultipartParts.self).parts.isEmpty }

    private static func decode(_ parts: [MultipartPart]) throws -> Value {
        var files: [UploadedFile] = []
        let fields = parts.map { part in
            switch part.content {
            case .text(let text): return JSONFragment.Member(part.name, .string(text))
            case .file(let file):
                files.append(file)
                return JSONFragment.Member(part.name, file.fragment(at: files.count - 1))
            }
        }
        return try UploadedFile.$arriving.withValue(files) { try Value.decode(form: fields) }
    }

    /// On a thread of the shared pool, which has one per core.
    @concurrent
    private static func decodeAside(_ parts: [MultipartPart]) async throws -> Value { try decode(parts) }

    /// A form of this schema.
    public static func describe(in operation: inout Operation) {
        operation.takeBody("multipart/form-data") { registry in Value.schema(in: &registry) }
    }
}

/// The parts of the body, read once for every input that asks.
struct MultipartParts: RequestInput {
    var parts: [MultipartPart]

    /// The length of all texts.
    var textBytes: Int {
        parts.reduce(0) { sum, part in if case .text(let text) = part.content { sum + text.utf8.count } else { sum } }
    }

    /// Files are written and read here: a slow disk holds up uploads alone.
    private static let pool = BlockingPool(label: "uploads", threads: 2, queueLimit: 256)

    static func resolve(in context: RequestContext) async throws -> MultipartParts {
        guard let type = context.contentType, type.value == "multipart/form-data" else { return MultipartParts(parts: []) }
        let configuration = context.application.configuration
        let spool = Spool(in: configuration.uploadFolder, on: pool)
        var reader = try MultipartReader(boundary: type["boundary"] ?? "", limits: context.route?.multipartLimits ?? configuration.multipart, spool: spool)
        try await context.readBody { try await reader.read($0) }
        return MultipartParts(parts: try reader.finish())
    }
}

extension RequestContext {
    /// Hands over the body piece by piece, within the route's limit; the body another input has read already, whole.
    func readBody(_ read: ([UInt8]) async throws -> Void) async throws {
        if let collectedBody { return try await read(collectedBody) }
        let limit = route?.bodyLimitBytes ?? application.configuration.bodyLimitBytes
        var chunks = request.body.makeChunks(), byteCount = 0
        while let chunk = try await chunks.next() {
            byteCount += chunk.count
            guard byteCount <= limit else { throw RequestBodyError.tooLarge(limitBytes: limit) }
            try await read(chunk)
        }
    }
}
