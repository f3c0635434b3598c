/// Takes HTML's tags and comments out, byte by byte, those too that only come about when others are gone. `a < b`, `(>_<)` and `<user>` stay.
struct MarkupStripper {
    private(set) var result: [UInt8] = []
    /// How many were taken out.
    private(set) var count = 0
    /// Where the openings stand that nothing has closed yet.
    private var openings: [Int] = []

    init(capacity: Int) { result.reserveCapacity(capacity) }

    mutating func take(_ byte: UInt8) {
        result.append(byte)
        if byte == UInt8(ascii: "<") {
            openings.append(result.count - 1)
        } else if byte == UInt8(ascii: ">"), let start = openings.last {
            if Self.isMarkup(result[(start + 1)..<(result.count - 1)]) {
                result.removeSubrange(start...)
                count += 1
                openings.removeLast()
            } else if !result[(start + 1)...].starts(with: Self.comment) {
                openings.removeLast()
            }
        }
    }

    private static let comment = Array("!--".utf8)

    private static func isMarkup(_ tag: ArraySlice<UInt8>) -> Bool {
        guard let first = tag.first else { return false }
        if tag.starts(with: comment) { return tag.count >= 5 && tag.suffix(2).elementsEqual([0x2D, 0x2D]) }
        if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") { return tag.count > 1 && isLetter(tag[tag.startIndex + 1]) }
        let isClosing = first == UInt8(ascii: "/")
        let name = (isClosing ? tag.dropFirst() : tag).prefix { isLetter($0) || isDigit($0) }
        guard let initial = name.first, isLetter(initial), name.count <= 13, elements.contains(String(decoding: name.map { $0 | 0x20 }, as: UTF8.self)) else {
            return false
        }
        let rest = tag[name.endIndex...]
        // `x <b and c> d` compares; `<b>` and `<a href=…>` are markup.
        guard let next = rest.first else { return true }
        guard next == 0x20 || next == 0x0A || next == UInt8(ascii: "/") else { return false }
        return name.count > 1 || rest.contains(UInt8(ascii: "=")) || rest.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "/") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The elements of HTML, of the present and of the past, and those of SVG and MathML that run something. Digits of `h1` have the bit of small letters already.
    private static let elements: Set<String> = [
        "a", "abbr", "acronym", "address", "animate", "applet", "area", "article", "aside", "audio", "b", "base", "basefont", "bdi", "bdo", "bgsound", "big",
        "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del",
        "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "foreignobject", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "image", "img", "input", "ins",
        "isindex", "kbd", "keygen", "label", "legend", "li", "link", "listing", "main", "map", "mark", "marquee", "math", "menu", "meta", "meter", "nav",
        "nobr", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "plaintext", "portal", "pre",
        "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search", "section", "select", "set", "slot", "small", "source", "span",
        "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title",
        "tr", "track", "tt", "u", "ul", "use", "var", "video", "wbr", "xml", "xmp",
    ]
}
