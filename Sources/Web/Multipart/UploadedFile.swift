public import JSON

/// A file of a multipart form, in memory or in a temporary file that vanishes with the last copy of this value.
public struct UploadedFile: Sendable {
    enum Content: Sendable {
        case memory([UInt8])
        case spooled(Spool, Range<Int>)
    }

    /// What the caller calls it, without folders and control characters; may be empty, and must not become a path unchecked.
    public let filename: String
    /// What the caller says it is; nothing has checked that.
    public let contentType: String?
    /// Its length in bytes.
    public let byteCount: Int

    private let content: Content

    init(filename: String, contentType: String?, _ content: Content) {
        self.filename = filename
        self.contentType = contentType
        self.content = content
        byteCount =
            switch content {
            case .memory(let bytes): bytes.count
            case .spooled(_, let range): range.count
            }
    }

    /// A file in memory, for calls of handlers in tests.
    public init(filename: String, contentType: String? = nil, bytes: [UInt8]) {
        self.init(filename: filename, contentType: contentType, .memory(bytes))
    }

    /// Whether it lies in a temporary file.
    public var isOnDisk: Bool { if case .spooled = content { true } else { false } }

    /// Its bytes, or those of a range; a range beyond its end is our own mistake and traps.
    ///
    /// A disk is read on a thread of its own; read large files piece by piece.
    public func read(_ range: Range<Int>? = nil) async throws -> [UInt8] {
        let range = range ?? 0..<byteCount
        precondition(range.lowerBound >= 0 && range.upperBound <= byteCount, "a range lies within its file")
        switch content {
        case .memory(let bytes): return Array(bytes[range])
        case .spooled(let spool, let whole): return try await spool.read(whole.lowerBound + range.lowerBound..<whole.lowerBound + range.upperBound)
        }
    }
}

extension UploadedFile: JSONValue {
    /// The files of the form that is being decoded, by their place in it: a JSON value can only tell of a file.
    @TaskLocal static var arriving: [UploadedFile] = []

    /// What problems and handlers see of a file at this place.
    func fragment(at place: Int) -> JSONFragment {
        [
            "file": .int(place), "filename": .string(filename), "content_type": contentType.map { .string($0) } ?? .null, "byte_count": .int(byteCount),
        ]
    }

    /// No JSON text is a file.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> UploadedFile { throw reader.mismatch() }

    /// Takes a file of the form, which alone are objects there; records a problem for a text.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> UploadedFile? {
        if let place = input["file"]?.intValue, arriving.indices.contains(place) { return arriving[place] }
        problems.add("value_error", "Value error, expected a file: a part of multipart/form-data with a filename", input: input)
        return nil
    }

    /// Writes what is known of it, without its content.
    public func write(to writer: inout JSONWriter) {
        let about: JSONFragment = [
            "filename": .string(filename), "content_type": contentType.map { .string($0) } ?? .null, "byte_count": .int(byteCount),
        ]
        about.write(to: &writer)
    }

    /// Describes a file as OpenAPI does.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string", "format": "binary"] }
}
