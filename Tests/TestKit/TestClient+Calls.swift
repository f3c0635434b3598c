public import HTTPClient
import HTTPCore

extension TestClient: HTTPClient {
    /// Sends another server's request to the application, whatever host its URL names.
    public func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let place = request.url.drop { $0 != "/" }.dropFirst(2), target = place.drop { $0 != "/" }
        var fields = Fields()
        for header in request.headers { fields.append(FieldName(header.name), header.value) }
        fields.append(.host, String(place.prefix { $0 != "/" }))
        let body: RequestBody = request.body.isEmpty ? .empty : .buffered(request.body)
        do {
            let answer = try await send(HTTPCore.Method(request.method), target.isEmpty ? "/" : String(target), headers: fields, body: body)
            return HTTPClientResponse(
                status: Int(answer.status.code), headers: answer.fields.map { HTTPClientHeader("\($0.0)", $0.1) }, body: answer.body)
        } catch {
            throw .connectionFailed(detail: "\(error)")
        }
    }
}
