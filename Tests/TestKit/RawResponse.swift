/// A response as it came over the wire, read by other code than ours.
public struct RawResponse: Equatable, Sendable {
    /// The status line.
    public var statusLine: String
    /// The fields in order.
    public var fields: [Field]
    /// The content without its coding.
    public var body: [UInt8]
    /// The sizes of the chunks it came in; empty when it was not chunked.
    public var chunkSizes: [Int] = []
    /// Fields after the last chunk.
    public var trailers: [Field] = []

    /// A field as sent.
    public struct Field: Equatable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String
    }

    /// The status code; 0 when the line has none.
    public var status: Int { Int(statusLine.split(separator: " ").dropFirst().first ?? "") ?? 0 }
    /// The content as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a field.
    public subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
}

extension RawConnection {
    /// Sends a request and reads its response.
    public func exchange(_ request: String, isHead: Bool = false) throws(RawConnectionError) -> RawResponse {
        try send(request)
        return try readResponse(isHead: isHead)
    }

    /// Reads one response, interim ones too.
    ///
    /// - Parameter isHead: whether it answers HEAD and so has no content.
    public func readResponse(isHead: Bool = false) throws(RawConnectionError) -> RawResponse {
        var response = try readHead()
        if isHead || response.status < 200 || response.status == 204 || response.status == 304 { return response }
        if response["Transfer-Encoding"] == "chunked" {
            try readChunks(into: &response)
        } else if let length = response["Content-Length"] {
            guard let count = Int(length) else { throw .malformed(length) }
            response.body = try read(exactly: count)
        } else {
            response.body = try readToEnd()
        }
        return response
    }

    /// Reads the head of a response and leaves the rest.
    public func readHead() throws(RawConnectionError) -> RawResponse {
        let response = RawResponse(statusLine: try readLine(), fields: try readFields(), body: [])
        guard response.statusLine.hasPrefix("HTTP/1.1 "), response.status >= 100 else { throw .malformed(response.statusLine) }
        return response
    }

    private func readFields() throws(RawConnectionError) -> [RawResponse.Field] {
        var fields: [RawResponse.Field] = []
        while true {
            let line = try readLine()
            if line.isEmpty { return fields }
            guard let colon = line.firstRange(of: ": ") else { throw .malformed(line) }
            fields.append(RawResponse.Field(name: String(line[..<colon.lowerBound]), value: String(line[colon.upperBound...])))
        }
    }

    private func readChunks(into response: inout RawResponse) throws(RawConnectionError) {
        while true {
            let line = try readLine()
            guard let size = Int(line, radix: 16) else { throw .malformed(line) }
            if size == 0 { break }
            response.body += try read(exactly: size)
            response.chunkSizes.append(size)
            guard try readLine().isEmpty else { throw .malformed("no line end after a chunk") }
        }
        response.trailers = try readFields()
    }
}
