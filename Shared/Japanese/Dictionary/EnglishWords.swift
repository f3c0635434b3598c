/// The words of an English gloss by which it is found; as `Prepare/english.py` has it, without its accents.
public enum EnglishWords {
    /// In their order, each once: lower case, without what stands in parentheses, possessive endings and words that say nothing, unless there are only such.
    public static func of(_ gloss: some StringProtocol) -> [String] {
        var words: [String] = [], word = "", depth = 0, isAfterApostrophe = false, hasOpenS = false
        func end() {
            if !word.isEmpty, !words.contains(word) { words.append(word) }
            (word, isAfterApostrophe, hasOpenS) = ("", false, false)
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
                isAfterApostrophe = true
            } else if character.isASCII, character.isLetter || character.isNumber {
                // An s that ends the word is a possessive's; don't stays one word, and 'sake' stands in quotes.
                if hasOpenS { word.append("s") }
                hasOpenS = isAfterApostrophe && character == "s"
                if !hasOpenS { word.append(character) }
                isAfterApostrophe = false
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
        let ends: Set = [String(one.dropFirst(common)), String(other.dropFirst(common))]
        // An e or a y gives way to other endings; where there was none, it makes another word: win and wine, man and many.
        guard common >= 3, ends != ["", "e"], common > 3 || ends != ["", "y"] else { return false }
        return ends.isSubset(of: common == 3 ? inflections : endings)
    }

    /// After three letters no others: par is not party.
    private static let inflections: Set = ["", "s", "es", "e", "y", "ies", "ied", "d", "ed", "ing"]
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
