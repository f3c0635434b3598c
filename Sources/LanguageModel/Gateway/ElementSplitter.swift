/// Finds the elements of the first list in an object of JSON that arrives in pieces, each as soon as it is whole.
///
/// What stands before the object and behind the list is passed over. Whether an element is JSON is for whoever reads it. Holds one element at a time.
struct ElementSplitter: Sendable {
    static let longestElement = 16 * 1_024

    private enum Place { case before, object, list, behind }

    private var place = Place.before
    /// Brackets that are open within an element.
    private var depth = 0
    private var isInString = false, isEscaped = false
    private var element: [UInt8] = []
    /// An element was longer than the bound; nothing more is found.
    private(set) var isTooLong = false

    /// Takes a piece; gives the elements that it completes.
    mutating func receive(_ piece: String) -> [String] {
        var whole: [String] = []
        for byte in piece.utf8 {
            if let element = take(byte) { whole.append(element) }
        }
        return whole
    }

    private mutating func take(_ byte: UInt8) -> String? {
        switch place {
        case .before: if byte == UInt8(ascii: "{") { place = .object }
        case .object: if !isString(byte), byte == UInt8(ascii: "[") { place = .list }
        case .list: return addToList(byte)
        case .behind: break
        }
        return nil
    }

    private mutating func addToList(_ byte: UInt8) -> String? {
        let isText = isString(byte)
        if !isText, depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
            if byte == UInt8(ascii: "]") { place = .behind }
            return end()
        }
        element.append(byte)
        guard element.count <= Self.longestElement else {
            (place, element, isTooLong) = (.behind, [], true)
            return nil
        }
        guard !isText else { return nil }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
        // An object is whole at its end, whatever comes next.
        return depth == 0 && byte == UInt8(ascii: "}") ? end() : nil
    }

    private mutating func end() -> String? {
        defer { element.removeAll(keepingCapacity: true) }
        let text = String(decoding: element, as: UTF8.self)
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    /// Whether a byte is of a string, its quotation marks included.
    private mutating func isString(_ byte: UInt8) -> Bool {
        guard isInString else {
            isInString = byte == UInt8(ascii: "\"")
            return isInString
        }
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
        return true
    }
}
