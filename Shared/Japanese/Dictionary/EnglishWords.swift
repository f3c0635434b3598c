/// The words of an English gloss by which it is found; as `Prepare/english.py` has it, without its accents.
public enum EnglishWords {
    /// In their order, each once: lower case, without what stands in parentheses, possessive endings and words that say nothing, unless there are only such.
    public static func of(_ gloss: some StringProtocol) -> [String] {
        var words: [String] = [], word = "", depth = 0, afterApostrophe = false
        func end() {
            if !word.isEmpty, !words.contains(word) { words.append(word) }
            (word, afterApostrophe) = ("", false)
        }
        for character in gloss.lowercased() {
            switch character {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            default: break
            }
            guard depth == 0, character != ")" else {
                end()
                continue
            }
            if character == "'" || character == "’" {
                afterApostrophe = true
            } else if character.isASCII, character.isLetter || character.isNumber {
                // The s of a possessive; don't stays one word.
                if !(afterApostrophe && character == "s") { word.append(character) }
                afterApostrophe = false
            } else {
                end()
            }
        }
        end()
        let heads = words.filter { !stopWords.contains($0) }
        return heads.isEmpty ? words : heads
    }

    private static let stopWords = Set(
        ("a an and are as at be by do eg esp etc for from ie in into is it its of on one ones oneself or out someone somebody something that the this to up "
            + "with you your").split(separator: " ").map(String.init))

    /// Whether two words are one, as far as English endings go: city and cities, safe and safety.
    static func areAlike(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        let common = zip(one, other).prefix { $0 == $1 }.count
        return common >= 3 && endings.contains(String(one.dropFirst(common))) && endings.contains(String(other.dropFirst(common)))
    }

    private static let endings: Set = ["", "s", "es", "e", "y", "ies", "ied", "d", "ed", "ing", "er", "or", "ly", "ty", "ness", "al", "ful", "ous", "ian"]
}

extension DictionaryEntry {
    /// Whether the dictionary bears a gloss out: each of its meanings, with `;` between them, shares a word with what the entry means.
    public func attests(gloss: some StringProtocol) -> Bool {
        let known = senses.flatMap { $0.glosses.flatMap { EnglishWords.of($0) } }
        let meanings = gloss.split(separator: ";").map { EnglishWords.of($0) }.filter { !$0.isEmpty }
        return !meanings.isEmpty && meanings.allSatisfy { words in words.contains { word in known.contains { EnglishWords.areAlike(word, $0) } } }
    }
}
