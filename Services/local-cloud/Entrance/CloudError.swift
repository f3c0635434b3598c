import AWS
import HTTPCore

/// An error as a service of AWS answers it.
struct CloudError: Error, Equatable {
    /// The exception's name, such as `ResourceNotFoundException`.
    var code: String
    /// A sentence for the developer.
    var message: String
    /// The HTTP status.
    var status: Int
    /// What XML errors tell beside that, as names and texts, such as `Key`.
    var details: [XMLText.Pair] = []

    init(_ code: String, _ message: String, status: Int = 400, details: [XMLText.Pair] = []) {
        self.code = code
        self.message = message
        self.status = status
        self.details = details
    }
}

extension CloudError {
    /// The request is for a service or an action that this stand-in has not.
    static func missingService(_ kind: CloudServiceKind) -> CloudError {
        CloudError("UnknownOperationException", "This stand-in has no \(kind.title).", status: 501)
    }

    /// More content than the service takes.
    static func bodyTooLarge(_ kind: CloudServiceKind, limitBytes: Int) -> CloudError {
        switch kind.dialect {
        case .s3: CloudError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.", status: 400)
        case .restJSON, .json: CloudError("RequestEntityTooLargeException", "Request size exceeded \(limitBytes) bytes", status: 413)
        case .query: CloudError("RequestEntityTooLarge", "Request size exceeded \(limitBytes) bytes", status: 413)
        }
    }

    /// A signature of the second version, as old clients of S3 make for URLs unless they are told otherwise.
    static let oldSignature = CloudError(
        "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.")

    /// The content stopped coming.
    static let bodyTimedOut = CloudError(
        "RequestTimeout", "Your socket connection to the server was not read from or written to within the timeout period.", status: 400)

    /// The content's framing is broken.
    static let bodyMalformed = CloudError("IncompleteBody", "The request body terminated unexpectedly.", status: 400)
}
