/// Users' text where it meets a prompt: between marks, which nothing in it can close.
public enum PromptQuoting {
    /// The text with nothing in it that ends a quotation: tags and entities are spelled out, fences of three marks broken, and lines that pose as another
    /// speaker's start with a bar. What models read as the turn of a speaker is `\n\nHuman:`.
    public static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { result.append(UInt8(ascii: "\n")) }
            if poses(line) { result.append(contentsOf: [UInt8(ascii: "|"), 0x20]) }
            escape(line.utf8, into: &result)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func escape(_ line: Substring.UTF8View, into result: inout [UInt8]) {
        for byte in line {
            switch byte {
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            // Three of them in a row would end a block of code.
            case UInt8(ascii: "`"), UInt8(ascii: "\""):
                if result.suffix(2).elementsEqual([byte, byte]) { result.append(0x20) }
                result.append(byte)
            default: result.append(byte)
            }
        }
    }

    private static let speakers: Set<String> = ["human", "assistant", "system", "user", "developer", "ai", "model"]

    /// A line that starts with a speaker's name and a colon.
    private static func poses(_ line: Substring) -> Bool {
        let start = line.utf8.drop { !(0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 }.prefix(12)
        let name = start.prefix { (0x61...0x7A).contains($0 | 0x20) }
        guard start.dropFirst(name.count).first(where: { $0 != 0x20 && $0 != 0x2A }) == UInt8(ascii: ":") else { return false }
        return speakers.contains(String(decoding: name.map { $0 | 0x20 }, as: UTF8.self))
    }
}
