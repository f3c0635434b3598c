/// Whom the words are from. Their licences ask whoever shows them to say so: on every page, in the documentation, in every file.
public enum DictionaryCredit {
    /// What EDICT's licence asks for; the licence is at `licence`.
    public static let statement =
        "Word data is adapted from the EDICT/JMdict dictionary files. These files are the property of the Electronic Dictionary Research and Development Group, "
        + "and are used in conformance with the Group's licence."
    /// The licence: CC BY-SA, with the statement.
    public static let licence = "https://www.edrdg.org/edrdg/licence.html"
    /// What wordfreq's licence asks for: levels are ranks of its frequencies.
    public static let levels = "Levels are derived from wordfreq by Robyn Speer, CC BY-SA 4.0."
    /// All of it, for where there are no links.
    public static let text = "\(statement) (\(licence)) \(levels)"
    /// The same for a cell of a table, beside each word.
    public static let source = "EDICT/JMdict, Electronic Dictionary Research and Development Group, \(licence); wordfreq, CC BY-SA 4.0"
}
