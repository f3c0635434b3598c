import HTTPClient
import Platform

extension AWSClient {
    /// Bytes of one signed chunk; S3 wants at least 8 KiB.
    static let chunkBytes = 64 * 1024

    /// The request on the wire, signed for now.
    func signed(_ call: AWSCall) async throws(AWSError.Cause) -> (HTTPClientRequest, HTTPClientUpload?) {
        if !call.isSigned, case .bytes(let bytes) = call.content { return (Self.request(unsigned(call, .bytes(bytes)), body: bytes, call), nil) }
        let credentials = try await currentCredentials()
        do throws(SigningError) {
            switch call.content {
            case .bytes(let bytes):
                let signed = try signer.sign(unsigned(call, .bytes(bytes)), with: credentials, at: now)
                return (Self.request(signed, body: bytes, call), nil)
            case .stream(let stream):
                var request = unsigned(call, .signedChunks)
                request.headers += AWSChunkedEncoder.headers(contentBytes: stream.lengthBytes)
                let (signed, chunks) = try signer.signChunked(request, with: credentials, at: now)
                return (Self.request(signed, body: [], call), Self.upload(stream, chunks))
            }
        } catch {
            throw .signing(error)
        }
    }

    /// A URL that whoever has it may use until it ends: 1 second to 7 days, and no longer than the credentials.
    ///
    /// Header fields of the call must be sent along as they are.
    public func presignedURL(_ call: AWSCall, expires: Duration) async throws(AWSError) -> String {
        do throws(AWSError.Cause) {
            let credentials = try await currentCredentials()
            do throws(SigningError) {
                return try signer.presign(unsigned(call, .unsigned), with: credentials, at: now, expires: expires).url
            } catch {
                throw .signing(error)
            }
        } catch {
            throw AWSError(error)
        }
    }

    private func currentCredentials() async throws(AWSError.Cause) -> AWSCredentials {
        do throws(CredentialError) {
            return try await surroundings.credentials.credentials()
        } catch {
            throw error == .cancelled ? .cancelled : .credentials(error)
        }
    }

    private func unsigned(_ call: AWSCall, _ payload: SigningPayload) -> SigningRequest {
        SigningRequest(
            method: call.method, scheme: endpoint.scheme, host: call.host ?? endpoint.host, path: endpoint.basePath + call.path, query: call.query,
            headers: call.headers, payload: payload)
    }

    private static func request(_ signed: SigningRequest, body: [UInt8], _ call: AWSCall) -> HTTPClientRequest {
        // The client makes `Host` from the URL.
        let headers = signed.headers.filter { $0.name.lowercased() != "host" }.map { HTTPClientHeader($0.name, $0.value) }
        return HTTPClientRequest(
            method: signed.method, url: signed.url, headers: headers, body: body, limits: call.limits, isIdempotent: call.isIdempotent)
    }

    private static func upload(_ stream: AWSContentStream, _ chunks: ChunkSigner) -> HTTPClientUpload {
        let length = AWSChunkedEncoder.encodedBytes(contentBytes: stream.lengthBytes, chunkBytes: chunkBytes, isSigned: true)
        let body = ChunkedBody(stream, AWSChunkedEncoder(signer: chunks), chunkBytes: chunkBytes)
        return HTTPClientUpload(lengthBytes: length) { try await body.next() }
    }
}

/// Cuts content into chunks of one length, as their number decides the length on the wire, and signs each.
private actor ChunkedBody {
    private let stream: AWSContentStream
    private let chunkBytes: Int
    private var encoder: AWSChunkedEncoder
    private var producer: AWSContentStream.Producer?
    private var waiting: [UInt8] = []
    private var isProduced = false
    private var hasEnded = false

    init(_ stream: AWSContentStream, _ encoder: AWSChunkedEncoder, chunkBytes: Int) {
        self.stream = stream
        self.encoder = encoder
        self.chunkBytes = chunkBytes
    }

    /// The next piece on the wire; nil after the last.
    func next() async throws -> [UInt8]? {
        if hasEnded { return nil }
        if producer == nil { producer = try await stream.open() }
        while waiting.count < chunkBytes, !isProduced {
            if let piece = try await producer?() { waiting += piece } else { isProduced = true }
        }
        guard waiting.isEmpty else { return takeChunks() }
        hasEnded = true
        return encoder.finish()
    }

    /// All whole chunks; the rest too when it is shorter, as then nothing follows.
    private func takeChunks() -> [UInt8] {
        var wire: [UInt8] = [], start = 0
        repeat {
            let end = min(start + chunkBytes, waiting.count)
            wire += encoder.chunk(Array(waiting[start..<end]))
            start = end
        } while waiting.count - start >= chunkBytes
        waiting.removeFirst(start)
        return wire
    }
}
