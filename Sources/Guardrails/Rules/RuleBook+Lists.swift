extension RuleBook {
    /// The lists of this library, in the program itself: their names, and their texts.
    static var lists: [(name: String, text: [UInt8])] {
        [
            ("injection", PackageResources.injection_rules), ("extraction", PackageResources.extraction_rules), ("persona", PackageResources.persona_rules),
            ("markup", PackageResources.markup_rules), ("disguise", PackageResources.disguise_rules),
            ("language", PackageResources.language_rules),
        ]
    }

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
