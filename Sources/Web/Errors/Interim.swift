import HTTPCore

public struct InputProblem: Sendable { public var type: String, loc: [String], msg: String }
public struct InvalidInput: Error, Sendable { public var problems: [InputProblem] }
extension InvalidInput { var response: Response { Response(status: .unprocessableContent) } }
extension HTTPError {
    func response(requestID: String) -> Response {
        var fields = ContentFields.json
        fields.append(contentsOf: self.fields)
        return Response(
            status: status, fields: fields, body: .bytes(Array("{\"detail\":\"\(detail)\",\"type\":\"\(type)\",\"request_id\":\"\(requestID)\"}".utf8)))
    }
}
struct QueryParameters {}
