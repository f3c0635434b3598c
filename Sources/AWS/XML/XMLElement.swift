/// One element of an XML answer: its name without a namespace, its text and its children. Attributes are not kept; AWS says nothing in them.
public struct XMLElement: Sendable, Equatable {
    /// Without its namespace.
    public var name: String
    /// The text directly inside, without that of children.
    public var text = ""
    /// The elements directly inside, in their order.
    public var children: [XMLElement] = []

    /// The first child of this name.
    public subscript(name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// Why a text is not read as XML.
public enum XMLError: Error, Sendable, Equatable {
    /// Not well-formed, from this line on.
    case malformed(line: Int)
    /// It declares a document type: entities grow, and no AWS answer has one.
    case documentType
    /// Deeper or with more elements than an answer has.
    case tooLarge
}
