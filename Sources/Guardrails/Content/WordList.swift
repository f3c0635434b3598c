/// A list of words by kind, as its author wrote it: `kind NAME`, then indented lines of terms with ` | ` between them.
struct WordList: Sendable {
    private(set) var version = ""
    private(set) var terms: [String: [[UInt8]]] = [:]

    /// Reads a list. What is no line of it is left out: the tests of each list see to it that nothing is.
    init(_ list: [UInt8]) {
        var kind = ""
        for line in String(decoding: list, as: UTF8.self).split(separator: "\n").dropFirst() where line.first != "#" {
            if line.hasPrefix("version ") { version = String(line.dropFirst(8)) }
            if line.hasPrefix("kind ") { kind = String(line.dropFirst(5)) }
            guard line.first == " " else { continue }
            terms[kind, default: []] += line.utf8.split(separator: UInt8(ascii: "|")).map { Self.trimmed(Array($0)) }
        }
    }

    private static func trimmed(_ term: [UInt8]) -> [UInt8] {
        let space = UInt8(ascii: " ")
        return Array(term.drop { $0 == space }.reversed().drop { $0 == space }.reversed())
    }
}
