import JSON

/// An error as a service tells it, in whichever of the four ways.
public struct AWSServiceError: Error, Sendable, Equatable {
    /// Such as `ThrottlingException`; empty when the answer names none.
    public let code: String
    /// A sentence for the developer; may quote the request, so it is for logs.
    public let message: String
    /// The HTTP status.
    public let status: Int
    /// What AWS support asks for.
    public let requestID: String?

    /// An error from its parts.
    public init(code: String, message: String, status: Int, requestID: String? = nil) {
        self.code = code
        self.message = message
        self.status = status
        self.requestID = requestID
    }

    /// The longest body looked at; what is longer is no error document of AWS.
    static let maximumBytes = 256 * 1024

    /// Reads an answer whose status is no success: the header `x-amzn-errortype`, JSON with `__type` or `code`, or XML with `Code`.
    ///
    /// - Parameter header: the first field of a name, compared without case.
    public init(status: Int, header: (_ name: String) -> String?, body: [UInt8]) {
        let parts = body.count <= Self.maximumBytes ? Self.document(body) : nil
        let named = header("x-amzn-errortype") ?? parts?.code ?? ""
        self.init(
            code: Self.shortened(named), message: parts?.message ?? "", status: status,
            requestID: header("x-amzn-requestid") ?? header("x-amz-request-id") ?? parts?.requestID)
    }

    /// Whether this is S3's document of an error, with whatever status it came.
    static func isError(_ body: [UInt8]) -> Bool { body.count <= maximumBytes && (try? XMLReader.read(body))?.name == "Error" }

    /// The message as a log may have it: a thousand characters at most, and nothing of the text that should have been signed, which some services tell
    /// together with a refused signature: the session token stands in it.
    var loggedMessage: String {
        let end = message.firstRange(of: "The Canonical String")?.lowerBound ?? message.endIndex
        let told = message[..<end].prefix(1_000)
        return told.endIndex == message.endIndex ? message : "\(told)…"
    }

    private typealias Parts = (code: String?, message: String?, requestID: String?)

    /// `aws.protocol#ThrottlingException:http://internal/` is `ThrottlingException`.
    private static func shortened(_ code: String) -> String {
        let beforeColon = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return beforeColon.split(separator: "#").last.map(String.init) ?? ""
    }

    private static func document(_ body: [UInt8]) -> Parts? {
        switch body.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
        case UInt8(ascii: "{"): json(body)
        case UInt8(ascii: "<"): xml(body)
        default: nil
        }
    }

    private static func json(_ body: [UInt8]) -> Parts? {
        guard let document = try? JSON.parse(body) else { return nil }
        let text = { (names: [String]) in names.lazy.compactMap { document[$0]?.stringValue }.first }
        return (text(["__type", "code", "Code"]), text(["message", "Message"]), nil)
    }

    private static func xml(_ body: [UInt8]) -> Parts? {
        guard let root = try? XMLReader.read(body) else { return nil }
        let error = root["Error"] ?? root["Errors"]?["Error"] ?? root
        let requestID = root["RequestId"] ?? root["RequestID"] ?? error["RequestId"]
        return (error["Code"]?.text, error["Message"]?.text, requestID?.text)
    }
}
