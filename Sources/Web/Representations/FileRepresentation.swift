import Encoding
import HTTPCore
import Platform

/// One representation of a file (RFC 9110 §8): bytes, validators and fields; answers conditional and partial requests.
struct FileRepresentation: Sendable {
    /// Where the bytes are.
    enum Content: Sendable {
        case memory([UInt8])
        /// The body is that of a whole answer, made once.
        case file(OpenFile, FileBody)

        init(_ file: OpenFile) { self = .file(file, FileBody(file)) }

        var byteCount: Int {
            switch self {
            case .memory(let bytes): bytes.count
            case .file(let file, _): file.status.byteCount
            }
        }
    }

    let content: Content
    let contentType: String
    let tag: EntityTag
    /// Nil where nobody knows: conditions by date are then as if they were not there.
    let lastModified: Timestamp?
    private let fields: Fields
    private let validators: Fields

    /// - Parameter fields: beside Content-Type, validators and Accept-Ranges, for instance Cache-Control and Vary; sent with 304 too unless they
    ///   describe the content.
    init(_ content: Content, contentType: String, tag: EntityTag, lastModified: Timestamp?, describing: Fields = [:], fields: Fields = [:]) {
        self.content = content
        self.contentType = contentType
        self.tag = tag
        self.lastModified = lastModified
        var validators: Fields = [.etag: tag.description]
        if let lastModified { validators.append(.lastModified, lastModified.httpDate) }
        validators.append(contentsOf: fields)
        var all: Fields = [.contentType: contentType]
        all.append(contentsOf: describing)
        all.append(contentsOf: validators)
        all.append(.acceptRanges, "bytes")
        self.fields = all
        self.validators = validators
    }

    /// 200, 206 or 304.
    ///
    /// - Throws: `HTTPError` 412 or 416.
    func response(to request: Request) throws(HTTPError) -> Response {
        if let preconditions = Preconditions(request.fields) {
            switch preconditions.outcome(for: request.method, tag: tag, lastModified: lastModified) {
            case .proceed: break
            case .notModified: return Response(status: .notModified, fields: validators)
            case .failed: throw .preconditionFailed
            }
        }
        switch ranges(of: request) {
        case .whole: return Response(fields: fields, body: whole)
        case .parts(let ranges): return partial(ranges)
        case .unsatisfiable: throw .unsatisfiableRange(byteCount: content.byteCount)
        }
    }

    /// The content for a page that stands for something else: without validators, for it is another resource's.
    func standIn(status: Status) -> Response {
        var fields = fields
        for name in [FieldName.etag, .lastModified, .acceptRanges] { fields.remove(name) }
        return Response(status: status, fields: fields, body: whole)
    }

    private var whole: ResponseBody {
        switch content {
        case .memory(let bytes): .bytes(bytes)
        case .file(_, let body): .file(body)
        }
    }

    /// Ranges are for GET alone (RFC 9110 §14.2), and only when the caller's part is of this version.
    private func ranges(of request: Request) -> ByteRanges {
        guard request.method == .get, request.fields.contains(.range) else { return .whole }
        let values = request.fields.all(.range)
        guard values.count == 1, isCurrent(request.fields[.ifRange]) else { return .whole }
        return ByteRanges(values[0], byteCount: content.byteCount)
    }

    /// Whether If-Range names this very version, by a strong tag or a strong date (RFC 9110 §13.1.5).
    private func isCurrent(_ ifRange: String?) -> Bool {
        guard let ifRange else { return true }
        if let tag = EntityTag(parsing: ifRange) { return tag.matchesStrongly(self.tag) }
        guard let date = Timestamp(httpDate: ifRange), let lastModified, date == lastModified else { return false }
        // RFC 9110 §8.8.2.2: within the same second there may have been another version.
        return Timestamp.now().microsecondsSinceEpoch - lastModified.microsecondsSinceEpoch >= 2_000_000
    }
}

// MARK: - Parts

extension FileRepresentation {
    private func partial(_ ranges: [Range<Int>]) -> Response {
        var response = Response(status: 206, fields: fields)
        if ranges.count == 1 {
            response.fields.append(.contentRange, contentRange(ranges[0]))
            response.body = body([.init(range: ranges[0])], suffix: [])
        } else {
            let boundary = hexadecimal(.random(in: .min ... .max), .random(in: .min ... .max))
            response.fields.set(.contentType, "multipart/byteranges; boundary=\(boundary)")
            let parts = ranges.enumerated().map { index, range in
                FileBody.Part(prefix: Array("\(index == 0 ? "" : "\r\n")--\(boundary)\r\n\(head(of: range))\r\n".utf8), range: range)
            }
            response.body = body(parts, suffix: Array("\r\n--\(boundary)--\r\n".utf8))
        }
        return response
    }

    private func head(of range: Range<Int>) -> String { "Content-Type: \(contentType)\r\nContent-Range: \(contentRange(range))\r\n" }

    private func contentRange(_ range: Range<Int>) -> String { "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.byteCount)" }

    private func body(_ parts: [FileBody.Part], suffix: [UInt8]) -> ResponseBody {
        switch content {
        case .memory(let bytes): .bytes(parts.flatMap { $0.prefix + bytes[$0.range] } + suffix)
        case .file(let file, _): .file(FileBody(file, parts: parts, suffix: suffix))
        }
    }
}

extension HTTPError {
    static var preconditionFailed: HTTPError {
        HTTPError(412, type: "precondition-failed", detail: "This is not the version the request was made for; get it again.")
    }

    static func unsatisfiableRange(byteCount: Int) -> HTTPError {
        HTTPError(
            416, type: "range-not-satisfiable", detail: "The range lies beyond the end; there are \(byteCount) bytes.",
            fields: [.contentRange: "bytes */\(byteCount)"])
    }
}
