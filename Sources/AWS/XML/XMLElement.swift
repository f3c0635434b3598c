/// One element of an XML answer: its name without a namespace, its text and its children. Attributes are not kept; AWS says nothing in them.
struct XMLElement: Sendable, Equatable {
    var name: String
    /// The text directly inside, without that of children.
    var text = ""
    var children: [XMLElement] = []

    /// The first child of this name.
    subscript(name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// Why a text is not read as XML.
enum XMLError: Error, Sendable, Equatable {
    /// Not well-formed, from this line on.
    case malformed(line: Int)
    /// It declares a document type: entities grow, and no AWS answer has one.
    case documentType
    /// Deeper or with more elements than an answer has.
    case tooLarge
}
