import HTTPCore
import JSON

extension HTTPError {
    /// `{"detail", "type", "request_id"}`, never kept by caches.
    func response(requestID: String) -> Response {
        var fields = ContentFields.error
        fields.append(contentsOf: self.fields)
        let body: JSONFragment = ["detail": .string(detail), "type": .string(type), "request_id": .string(requestID)]
        return Response(status: status, fields: fields, body: .bytes(JSON.encode(body, expectedBytes: 256)))
    }

    /// The schema of that body, registered as `Error`.
    static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.component(named: "Error", for: HTTPError.self) { _ in
            [
                "type": "object", "title": "Error", "required": ["detail", "type", "request_id"],
                "properties": [
                    "detail": ["type": "string", "description": "What happened and what to do, for people."],
                    "type": ["type": "string", "description": "A stable name, for programs.", "examples": ["not-found"]],
                    "request_id": ["type": "string", "description": "Quote it when you ask for help."],
                ],
            ]
        }
    }
}

extension InvalidInput {
    /// 422 with every problem, as FastAPI answers.
    var response: Response { Response(status: .unprocessableContent, fields: ContentFields.error, body: .bytes(body)) }
}
