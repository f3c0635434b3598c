/// What links and tags are known by, from the list `content-markup.words`.
struct MarkupWords: Sendable {
    static let shared = MarkupWords()

    let version: String
    private let schemes: [[UInt8]]
    private let domains: Set<[UInt8]>
    private let pathDomains: Set<[UInt8]>
    private let elements: Set<[UInt8]>
    private let hiddenElements: Set<[UInt8]>

    private init() {
        let list = WordList(PackageResources.content_markup_words)
        version = list.version
        schemes = list.terms["scheme", default: []]
        domains = Set(list.terms["domain", default: []])
        pathDomains = Set(list.terms["path-domain", default: []])
        elements = Set(list.terms["element", default: []])
        hiddenElements = Set(list.terms["hidden-element", default: []])
    }

    func isElement(_ name: [UInt8]) -> Bool { elements.contains(name) }

    func isHiddenElement(_ name: [UInt8]) -> Bool { hiddenElements.contains(name) }

    /// `https://…` anywhere, `javascript:…` at the start of a word. Browsers read `\\` as `/`, and Markdown reads over it.
    func schemeStart(_ token: ArraySlice<UInt8>) -> Int? {
        var place = token.startIndex, word = token.startIndex
        while place < token.endIndex {
            let byte = token[place]
            if byte == UInt8(ascii: ":"), place > word {
                let follows = token[token.index(after: place)...]
                if follows.prefix(while: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }).count >= 2 { return word }
                if !follows.isEmpty, isScheme(token[word...place], before: follows) { return word }
            }
            if !byte.isAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "\\") { word = place + 1 }
            place += 1
        }
        return nil
    }

    func isData(_ word: ArraySlice<UInt8>) -> Bool { word.elementsEqual("data:".utf8) { $0.lowercased == $1 } }

    private func isScheme(_ name: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>) -> Bool {
        guard schemes.contains(where: { $0.count == name.count && $0.elementsEqual(name) { $0 == $1.lowercased } }) else { return false }
        // `data:` is a word too.
        return name.first?.lowercased != UInt8(ascii: "d") || rest.contains(UInt8(ascii: ",")) || rest.contains(UInt8(ascii: "/"))
    }

    /// `www.example.com`, `example.com/path`: labels, and an end that is known.
    func isHost(_ host: ArraySlice<UInt8>, before next: UInt8) -> Bool {
        guard host.contains(UInt8(ascii: ".")) else { return false }
        if host.count > 4, host.prefix(4).elementsEqual("www.".utf8, by: { $0.lowercased == $1 }) { return true }
        guard next != UInt8(ascii: "@") else { return false }
        let labels = host.split(separator: UInt8(ascii: "."))
        guard labels.count >= 2, labels[0].count > 1, let last = labels.last?.map(\.lowercased) else { return false }
        let isFollowed = next == UInt8(ascii: "/") || next == UInt8(ascii: "?") || next == UInt8(ascii: ":")
        if isFollowed, domains.contains(last) || pathDomains.contains(last) { return true }
        // A sentence that begins with a capital letter behind a full stop is no host.
        return domains.contains(last) && labels.last?.first?.isCapital == false && !["in", "us"].contains { $0.utf8.elementsEqual(last) }
    }
}
