public import JSON

/// One part of a message. Source: Amazon Bedrock API Reference, ContentBlock.
public enum ConverseContent: Sendable, Equatable {
    /// Text.
    case text(String)
    /// A picture.
    case image(ConverseImage)
    /// The model wants a tool to be used.
    case toolUse(ToolUse)
    /// What a tool gave.
    case toolResult(ToolResult)
    /// What stands before it may be cached by the service.
    case cachePoint
    /// What is not known here, as it came, so that a conversation can be sent back whole: reasoning, documents, citations and others.
    case other(JSONFragment)
}

/// A picture in a message.
public struct ConverseImage: Sendable, Equatable {
    /// What kind of file it is.
    public enum Format: String, Sendable, CaseIterable {
        /// PNG.
        case png
        /// JPEG.
        case jpeg
        /// GIF.
        case gif
        /// WebP.
        case webp
    }

    /// What kind of file it is.
    public var format: Format
    /// The file.
    public var bytes: [UInt8]

    /// A picture.
    public init(_ format: Format, _ bytes: [UInt8]) {
        self.format = format
        self.bytes = bytes
    }
}

/// A model's wish that a tool be used.
public struct ToolUse: Sendable, Equatable {
    /// Names this use; its result carries the same.
    public var id: String
    /// The tool's name.
    public var name: String
    /// By the tool's schema, as far as the model keeps to it.
    public var input: JSONFragment

    /// A use of a tool.
    public init(id: String, name: String, input: JSONFragment) {
        self.id = id
        self.name = name
        self.input = input
    }
}

/// What a tool gave.
public struct ToolResult: Sendable, Equatable {
    /// A part of a result.
    public enum Content: Sendable, Equatable {
        /// Text.
        case text(String)
        /// Any JSON.
        case json(JSONFragment)
        /// A picture.
        case image(ConverseImage)
        /// What is not known here, as it came.
        case other(JSONFragment)
    }

    /// The id of the use.
    public var id: String
    /// What came out, in parts.
    public var content: [Content]
    /// Whether the tool failed; the content says how.
    public var isError: Bool

    /// A result.
    public init(id: String, content: [Content], isError: Bool = false) {
        self.id = id
        self.content = content
        self.isError = isError
    }
}
