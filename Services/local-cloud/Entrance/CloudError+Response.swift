import AWS
import HTTPCore
import JSON

extension CloudError {
    /// The error in a service's dialect. Sources: Smithy, "AWS restJson1" and "AWS JSON 1.1 protocol"; Amazon S3 API, "REST error responses".
    func response(_ kind: CloudServiceKind, requestID: String) -> Response {
        switch kind.dialect {
        case .s3: xml(RequestFields.s3(requestID), s3Document(requestID))
        case .query: xml(RequestFields.amazon(requestID), queryDocument(requestID))
        case .restJSON: json(requestID, "application/json", ["message": .string(message)])
        case .json: json(requestID, "application/x-amz-json-1.1", ["__type": .string(code), "message": .string(message)])
        }
    }

    private func json(_ requestID: String, _ contentType: String, _ document: JSONFragment) -> Response {
        var fields = RequestFields.amazon(requestID)
        fields.append(.contentType, contentType)
        fields.append("x-amzn-ErrorType", code)
        return Response(status: Status(status), fields: fields, body: .bytes(JSON.encode(document)))
    }

    private func xml(_ fields: Fields, _ document: String) -> Response {
        var fields = fields
        fields.append(.contentType, "application/xml")
        return Response(status: Status(status), fields: fields, body: .bytes(Array((XMLText.declaration + document).utf8)))
    }

    private func s3Document(_ requestID: String) -> String {
        let pairs = [XMLText.Pair("Code", code), .init("Message", message)] + details
        return XMLText.element("Error", [XMLText.elements(pairs + [.init("RequestId", requestID), .init("HostId", RequestFields.hostID)])])
    }

    private func queryDocument(_ requestID: String) -> String {
        let error = XMLText.elements([.init("Type", status < 500 ? "Sender" : "Receiver"), .init("Code", code), .init("Message", message)])
        return XMLText.element(
            "ErrorResponse", namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
            [XMLText.element("Error", [error]), XMLText.element("RequestId", requestID)])
    }
}

/// What answers carry so that people can ask about them.
enum RequestFields {
    /// S3's second name for a request; the same for all, for there is one host.
    static let hostID = "bG9jYWwtY2xvdWQ="

    static func s3(_ requestID: String) -> Fields { ["x-amz-request-id": requestID, "x-amz-id-2": hostID] }

    static func amazon(_ requestID: String) -> Fields { ["x-amzn-RequestId": requestID, .cacheControl: "no-store"] }
}
