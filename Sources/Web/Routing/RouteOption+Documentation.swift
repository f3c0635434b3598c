public import HTTPCore
public import JSON

// What routes declare for their documentation alone.
extension RouteOption {
    /// An answer with a JSON value that the handler may give beside its success, and its header fields.
    public static func answers<Value: JSONValue>(
        _ status: Status, json: Value.Type, _ description: String = "", fields: [DocumentedField] = []
    ) -> RouteOption {
        RouteOption {
            $0.answers.append(DocumentedAnswer(status: status, description: description, schema: { Value.schema(in: &$0) }, fields: fields))
        }
    }

    /// A header field of the success.
    public static func answerField(_ field: DocumentedField) -> RouteOption { RouteOption { $0.details.fields.append(field) } }

    /// An example of the body with a name of its own.
    public static func bodyExample(_ name: String, _ value: some JSONValue, summary: String = "") -> RouteOption {
        let example = NamedExample(name: name, summary: summary, value: fragment(value))
        return RouteOption { $0.details.bodyExamples.append(example) }
    }

    /// An example of the success, or of the answer with this status.
    public static func answerExample(_ name: String, _ value: some JSONValue, summary: String = "", status: Status? = nil) -> RouteOption {
        let example = NamedExample(name: name, summary: summary, value: fragment(value))
        return RouteOption { $0.details.answerExamples.append((status, example)) }
    }

    /// What a caller may ask next, by the name of that operation, with parameters taken from the answer, such as `$response.body#/id`.
    public static func link(
        _ name: String, to operationID: String, _ parameters: KeyValuePairs<String, String> = [:], _ description: String = ""
    ) -> RouteOption {
        let link = DocumentedLink(name: name, operationID: operationID, parameters: parameters.map { ($0.key, $0.value) }, description: description)
        return RouteOption { $0.details.links.append(link) }
    }

    /// A request that the service sends later because of this one, to an address such as `{$request.body#/callback_url}` (OpenAPI 3.1 §4.8.18).
    public static func callback<Value: JSONValue>(
        _ name: String, at expression: String, _ method: HTTPCore.Method = .post, sends: Value.Type, summary: String = ""
    ) -> RouteOption {
        var operation = Operation(method: method, summary: summary, settings: RouteSettings())
        operation.takeBody("application/json") { Value.schema(in: &$0) }
        let request = OutgoingRequest(name: name, expression: expression, operation: operation)
        return RouteOption { $0.details.callbacks.append(request) }
    }

    /// More about the route, elsewhere.
    public static func externalDocumentation(_ url: String, _ description: String = "") -> RouteOption {
        RouteOption { $0.details.externalDocumentation = ExternalDocumentation(url: url, description: description) }
    }

    /// Says that the route needs no credential although `OpenAPIInformation.security` asks for one.
    public static var openToAll: RouteOption { RouteOption { $0.details.isOpen = true } }

    private static func fragment(_ value: some JSONValue) -> JSONFragment { (try? JSON.parse(JSON.encode(value))) ?? .null }
}

extension RouteGroup {
    /// Documents a request that the service sends to whoever asked for it elsewhere (OpenAPI 3.1 `webhooks`); sending it is the service's business.
    ///
    /// The receiver is to answer 2xx unless `options` declare answers.
    public func webhook<Value: JSONValue>(
        _ name: String, _ method: HTTPCore.Method = .post, sends: Value.Type, summary: String = "", options: [RouteOption] = []
    ) {
        var settings = settings
        for option in options { option.apply(&settings) }
        var operation = Operation(method: method, summary: summary, settings: settings)
        operation.takeBody("application/json") { Value.schema(in: &$0) }
        registry.webhooks.append(OutgoingRequest(name: name, expression: nil, operation: operation))
    }
}
