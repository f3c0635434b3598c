public import HTTPCore
import Platform

/// Compresses answers for clients that take brotli or gzip (RFC 9110 §8.4, §12.5.3); the work above a size is done off the loop.
///
/// Sent as they are: files that leave without passing through memory, short or already encoded content, media types that do not shrink, parts of a
/// representation (206), content with a digest, answers with `Cache-Control: no-transform`, and whatever opts out. **Opt out** where an answer mixes a
/// secret with input that is reflected, for its length would tell the secret piece by piece (BREACH, CVE-2013-3587): `RouteOption.uncompressed`, or
/// `context.allowsCompression = false`.
///
/// ```swift
/// routes.use(ContentCompression())
/// ```
public struct ContentCompression: Middleware {
    private let policy: CompressionPolicy
    private let slots: ConcurrencyLimit
    private let names: [String]

    /// Compresses by a policy.
    public init(_ policy: CompressionPolicy = CompressionPolicy()) {
        precondition((1...9).contains(policy.level), "a level of compression lies in 1...9")
        precondition((0...11).contains(policy.brotliQuality), "a quality of compression lies in 0...11")
        precondition(!policy.codings.isEmpty, "at least one coding is offered")
        self.policy = policy
        slots = ConcurrencyLimit(policy.maximumStreams)
        names = policy.codings.map(\.rawValue)
    }

    /// Answers by `next`, and compresses what comes back.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        var response = try await next(context)
        guard context.allowsCompression, context.route?.allowsCompression ?? true, mayBeEncoded(response) else { return response }
        // Also where this client takes none: a cache must not hand its copy to the next one.
        response.fields.addVary("Accept-Encoding")
        guard let name = AcceptEncoding(context.request.fields.all(.acceptEncoding)).best(of: names), let coding = ContentCoding(rawValue: name) else {
            return response
        }
        return await encoded(response, coding, context.request.method)
    }

    /// True for what would be compressed if the client takes it; a 304 stands for an answer of which we do not know more.
    private func mayBeEncoded(_ response: Response) -> Bool {
        if case .file = response.body { return false }
        let fields = response.fields, status = response.status.code
        if status == 206 || status == 205 || response.status.forbidsContent && status != 304 { return false }
        if fields.contains(.contentEncoding) || fields.contains(.contentRange) || fields.list(.cacheControl, contains: "no-transform") { return false }
        if ["Content-Digest", "Repr-Digest", "Digest", "Content-MD5"].contains(where: { fields.contains($0) }) { return false }
        guard let type = fields[.contentType] else { return status == 304 }
        return policy.isCompressible(type) && (status == 304 || response.body.knownLength ?? .max >= policy.minimumBytes)
    }

    private func encoded(_ response: Response, _ coding: ContentCoding, _ method: HTTPCore.Method) async -> Response {
        if response.status == .notModified { return marked(response, nil, with: response.body) }
        // RFC 9110 §9.3.2: HEAD may leave out what takes the content to know.
        if method == .head { return marked(response, coding, with: .stream(lengthBytes: nil) { _ in }) }
        switch response.body {
        case .empty, .file, .upgrade: return response
        case .bytes(let bytes):
            guard let compressed = await compressed(bytes, coding), compressed.count < bytes.count else { return response }
            return marked(response, coding, with: .bytes(compressed))
        case .stream(let length, let produce):
            guard let lease = slots.lease() else { return response }
            let stream = CompressedStream(coding: coding, policy: policy, declaredBytes: length, produce: produce, lease: lease)
            return marked(response, coding, with: .stream(lengthBytes: nil, produce: stream.write))
        }
    }

    /// The content compressed; nil when too much is under way.
    private func compressed(_ bytes: [UInt8], _ coding: ContentCoding) async -> [UInt8]? {
        guard bytes.count >= policy.offLoopBytes else { return ContentEncoder.encode(bytes, coding, policy) }
        guard let lease = slots.lease() else { return nil }
        defer { lease.end() }
        return await offLoop { [policy] in ContentEncoder.encode(bytes, coding, policy) }
    }

    private func marked(_ response: Response, _ coding: ContentCoding?, with body: ResponseBody) -> Response {
        var response = response
        response.body = body
        response.fields.weakenETag()
        if let coding {
            response.fields.append(.contentEncoding, coding.rawValue)
            // Ranges would count bytes that are made anew each time.
            response.fields.remove(.acceptRanges)
        }
        return response
    }
}
