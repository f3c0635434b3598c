extension SpeechRequest {
    static let maximumBilledCharacters = 3_000
    static let maximumCharacters = 6_000

    /// Refuses before it is sent what is too long, and nothing.
    func check() throws(AWSError) {
        let (text, billed) =
            switch content {
            case .text(let text): (text, text.unicodeScalars.count)
            case .ssml(let text): (text, Self.billedCharacters(ofSSML: text))
            }
        let all = text.unicodeScalars.count
        guard all > 0 else { throw AWSError(.invalidRequest("there is nothing to speak")) }
        guard billed <= Self.maximumBilledCharacters, all <= Self.maximumCharacters else {
            throw AWSError(
                .invalidRequest(
                    "speech has at most \(Self.maximumBilledCharacters) characters, \(Self.maximumCharacters) with tags, not \(billed) and \(all): split it"))
        }
    }

    /// What is outside of tags; a tag's attribute may hold `>` in its quotes.
    static func billedCharacters(ofSSML text: String) -> Int {
        var count = 0, isInTag = false
        var quote: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let open = quote {
                if scalar == open { quote = nil }
            } else if isInTag {
                if scalar == ">" { isInTag = false } else if scalar == "\"" || scalar == "'" { quote = scalar }
            } else if scalar == "<" {
                isInTag = true
            } else {
                count += 1
            }
        }
        return count
    }
}
