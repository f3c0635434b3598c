extension RuleBook {
    /// The lists of this library, in the program itself: their names, and their texts.
    static var lists: [(name: String, text: [UInt8])] {
        [
            ("injection", PackageResources.injection_rules), ("extraction", PackageResources.extraction_rules), ("persona", PackageResources.persona_rules),
            ("hijack", PackageResources.hijack_rules), ("markup", PackageResources.markup_rules), ("disguise", PackageResources.disguise_rules),
            ("language", PackageResources.language_rules),
        ] + contentLists + commandLists
    }

    /// Topics and vulgar words, which neither side should write about.
    static var contentLists: [(name: String, text: [UInt8])] {
        [("content-topics", PackageResources.content_topics_rules), ("content-profanity", PackageResources.content_profanity_rules)]
    }

    /// What only users ask for.
    static var commandLists: [(name: String, text: [UInt8])] { [("content-commands", PackageResources.content_commands_rules)] }

    /// What answers are judged by.
    static var answerLists: [(name: String, text: [UInt8])] { contentLists + [("content-answers", PackageResources.content_answers_rules)] }

    /// A list's text as rules.
    static func read(_ lists: [(name: String, text: [UInt8])]) throws(RuleBookError) -> [RuleFile] {
        var files: [RuleFile] = []
        for (place, list) in lists.enumerated() {
            do throws(RuleFileError) {
                files.append(try RuleFileParser.parse(String(decoding: list.text, as: UTF8.self)))
            } catch {
                throw .list(place, error)
            }
        }
        return files
    }
}
