/// A picture to be made from words, whichever model makes it.
public struct ImageRequest: Sendable, Equatable {
    /// How large, or of which shape.
    public enum Size: Sendable, Equatable {
        /// In pixels. Of Stability's models only the shape of it counts, as they choose the pixels.
        case pixels(width: Int, height: Int)
        /// The shape, such as 16 to 9, at about a million pixels.
        case ratio(width: Int, height: Int)
    }

    /// What is to be seen.
    public var prompt: String
    /// What is not to be seen.
    public var negativePrompt: String?
    /// How large.
    public var size: Size
    /// How many; Amazon's models make up to 5, Stability's one.
    public var count: Int
    /// The same seed makes the same picture again; nil lets the service choose.
    public var seed: Int?

    /// A picture.
    public init(prompt: String, negativePrompt: String? = nil, size: Size = .ratio(width: 1, height: 1), count: Int = 1, seed: Int? = nil) {
        self.prompt = prompt
        self.negativePrompt = negativePrompt
        self.size = size
        self.count = count
        self.seed = seed
    }
}

/// What came of a request for pictures.
public enum ImageAnswer: Sendable, Equatable {
    /// The pictures, at least one. Filters may have held back others of several.
    case images([GeneratedImage])
    /// A filter held back all of them: another prompt is needed. The sentence is the service's.
    case filtered(reason: String)
}

/// A picture that a model has made.
public struct GeneratedImage: Sendable, Equatable {
    /// The file: PNG.
    public let bytes: [UInt8]
    /// The seed it was made from, where the service tells it.
    public let seed: Int?
}
