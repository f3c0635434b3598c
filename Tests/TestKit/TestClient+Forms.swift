import Encoding
public import HTTPCore

extension TestClient {
    /// POST with a form, sent as `application/x-www-form-urlencoded`.
    public func post(_ target: String, form: KeyValuePairs<String, String>, headers: Fields = [:]) async throws -> TestResponse {
        let text = form.map { "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        return try await post(target, type: "application/x-www-form-urlencoded", Array(text.utf8), headers)
    }

    /// POST with a form and files, sent as `multipart/form-data` as browsers send it (WHATWG HTML §4.10.22.7), texts first.
    public func post(_ target: String, form: KeyValuePairs<String, String> = [:], files: [TestFile], headers: Fields = [:]) async throws -> TestResponse {
        let boundary = "----test-form-7MA4YWxkTrZu0gW"
        var body: [UInt8] = []
        func part(_ parameters: String, _ type: String?, _ content: [UInt8]) {
            body += "--\(boundary)\r\nContent-Disposition: form-data; \(parameters)\r\n\(type.map { "Content-Type: \($0)\r\n" } ?? "")\r\n".utf8
            body += content
            body += "\r\n".utf8
        }
        for (name, text) in form { part("name=\(quoted(name))", nil, Array(text.utf8)) }
        for file in files { part("name=\(quoted(file.name)); filename=\(quoted(file.filename))", file.contentType, file.bytes) }
        body += "--\(boundary)--\r\n".utf8
        return try await post(target, type: "multipart/form-data; boundary=\(boundary)", body, headers)
    }

    private func post(_ target: String, type: String, _ body: [UInt8], _ headers: Fields) async throws -> TestResponse {
        var headers = headers
        if !headers.contains(.contentType) { headers.append(.contentType, type) }
        return try await send(.post, target, headers: headers, body: .buffered(body))
    }

    /// Browsers escape what would end the value, and nothing else.
    private func quoted(_ text: String) -> String {
        let escapes: [Character: String] = ["\"": "%22", "\r": "%0D", "\n": "%0A", "\r\n": "%0D%0A"]
        return "\"" + text.map { escapes[$0] ?? String($0) }.joined() + "\""
    }
}
