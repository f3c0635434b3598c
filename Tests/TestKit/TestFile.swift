/// A file in a form of a test.
public struct TestFile: Sendable {
    /// The name of the form's field.
    public var name: String
    /// What the caller calls the file.
    public var filename: String
    /// What the caller says it is; nil says nothing.
    public var contentType: String?
    /// Its content.
    public var bytes: [UInt8]

    /// A file.
    public init(_ name: String, filename: String, contentType: String? = nil, bytes: [UInt8]) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
        self.bytes = bytes
    }
}
