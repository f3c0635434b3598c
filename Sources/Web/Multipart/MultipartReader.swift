import HTTPCore
import JSON
import Platform

/// A part that was read whole.
struct MultipartPart: Sendable {
    enum Content: Sendable {
        case text(String)
        case file(UploadedFile)
    }

    var name: String
    var content: Content
}

/// Gathers the parts of a form while they arrive; files beyond a bound go to a temporary file, one for the whole form.
struct MultipartReader {
    private var parser: MultipartParser
    private let limits: MultipartLimits
    private let spool: Spool
    private var parts: [MultipartPart] = []
    private var head: MultipartPartHead?
    /// Content of the part at hand that is still in memory.
    private var pending: [UInt8] = []
    /// Where the part at hand lies in the spool, once some of it does.
    private var spooled: Range<Int>?
    private var textBytes = 0
    private var memoryBytes = 0

    /// A reader for this boundary.
    init(boundary: String, limits: MultipartLimits, spool: Spool) throws(MultipartError) {
        parser = try MultipartParser(boundary: boundary, limits: limits)
        self.limits = limits
        self.spool = spool
    }

    /// Reads the next bytes; waits while some of them are written.
    mutating func read(_ bytes: [UInt8]) async throws {
        var position = 0
        while let event = try parser.next(bytes, &position) {
            switch event {
            case .part(let head): self.head = head
            case .content(let bytes): try await append(bytes)
            case .partEnd: try await endPart()
            }
        }
    }

    /// All parts in order.
    ///
    /// - Throws: `MultipartError.truncated` when the last delimiter is missing.
    func finish() throws(MultipartError) -> [MultipartPart] {
        try parser.finish()
        return parts
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) async throws {
        guard head?.filename != nil else {
            textBytes += bytes.count
            guard textBytes <= limits.textBytes else { throw MultipartError.textTooLarge(limitBytes: limits.textBytes) }
            pending += bytes
            return
        }
        guard (spooled?.count ?? 0) + pending.count + bytes.count <= limits.fileBytes else {
            throw MultipartError.fileTooLarge(limitBytes: limits.fileBytes)
        }
        pending += bytes
        if memoryBytes + pending.count > limits.memoryBytes { try await spoolPending() }
    }

    private mutating func spoolPending() async throws {
        let written = try await spool.append(pending)
        spooled = (spooled?.lowerBound ?? written.lowerBound)..<written.upperBound
        pending.removeAll()
    }

    private mutating func endPart() async throws {
        guard let head else { return }
        if spooled != nil, !pending.isEmpty { try await spoolPending() }
        // A browser sends this for a field in which no file was chosen.
        let isNoFile = head.filename == "" && pending.isEmpty && spooled == nil
        if !isNoFile { parts.append(MultipartPart(name: head.name, content: try content(head))) }
        self.head = nil
        pending = []
        spooled = nil
    }

    private mutating func content(_ head: MultipartPartHead) throws(MultipartError) -> MultipartPart.Content {
        guard let filename = head.filename else {
            guard let text = String(validating: pending, as: UTF8.self) else { throw .notUTF8 }
            return .text(text)
        }
        memoryBytes += pending.count
        let content: UploadedFile.Content = spooled.map { .spooled(spool, $0) } ?? .memory(pending)
        return .file(UploadedFile(filename: filename, contentType: head.contentType, content))
    }
}
