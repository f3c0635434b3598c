import HTTPCore
import JSON

/// An error as Bedrock and Polly tell it. Source: Smithy, "AWS restJson1 protocol", operation error serialization.
struct ServiceFault: Error, Equatable {
    var type: String
    var status: Status
    var message: String
    /// Members of the body beside the message.
    var details: [JSONFragment.Member] = []

    /// The answer: the type in `x-amzn-ErrorType`, the message in the body.
    func response(_ requestID: String) -> Response {
        var fields = RequestFields.amazon(requestID)
        fields.append(.contentType, "application/json")
        fields.append("x-amzn-ErrorType", type)
        return Response(status: status, fields: fields, body: .bytes(JSON.encode(body)))
    }

    /// What stands in the body, or in the payload of an exception within a stream.
    var body: JSONFragment { .object([.init("message", .string(message))] + details) }
}

extension ServiceFault {
    static func validation(_ message: String) -> ServiceFault { ServiceFault(type: "ValidationException", status: 400, message: message) }

    /// No operation has this method and path.
    static let unknownOperation = ServiceFault(type: "UnknownOperationException", status: 404, message: "This stand-in has no such operation.")

    static func notFound(_ message: String) -> ServiceFault { ServiceFault(type: "ResourceNotFoundException", status: 404, message: message) }

    static func accessDenied(_ message: String) -> ServiceFault { ServiceFault(type: "AccessDeniedException", status: 403, message: message) }

    static func throttled(_ message: String) -> ServiceFault { ServiceFault(type: "ThrottlingException", status: 429, message: message) }

    static func unavailable(_ message: String) -> ServiceFault { ServiceFault(type: "ServiceUnavailableException", status: 503, message: message) }

    /// - Parameter originalStatus: what the model's own server answered.
    static func modelError(_ message: String, originalStatus: Int? = nil) -> ServiceFault {
        let details = originalStatus.map { [JSONFragment.Member("originalStatusCode", .int($0))] } ?? []
        return ServiceFault(type: "ModelErrorException", status: 424, message: message, details: details)
    }

    /// A value outside its bounds, in the words of the service's own validation.
    static func constraint(_ member: String, _ rule: String) -> ServiceFault {
        validation("1 validation error detected: Value at '\(member)' failed to satisfy constraint: \(rule)")
    }
}
