public import HTTPCore

/// `text/plain` in UTF-8.
public struct Text: ResponseOutput, Sendable {
    /// The content.
    public var text: String

    /// Wraps a text.
    public init(_ text: String) { self.text = text }

    /// A response with the text.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        Response(status: status, fields: ContentFields.text, body: .bytes(Array(text.utf8)))
    }

    /// An answer in plain text.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status, contentType: "text/plain") }
}

/// `text/html` in UTF-8. The text is sent as it is: whoever makes it escapes what came from outside.
public struct HTML: ResponseOutput, Sendable {
    /// The document.
    public var text: String

    /// Wraps a document.
    public init(_ text: String) { self.text = text }

    /// A response with the document.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        Response(status: status, fields: ContentFields.html, body: .bytes(Array(text.utf8)))
    }

    /// An answer in HTML.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status, contentType: "text/html") }
}
