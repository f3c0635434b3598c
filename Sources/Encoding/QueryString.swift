/// The ordered names and values of a query or of a form body.
///
/// Source: WHATWG URL §5 (application/x-www-form-urlencoded): `+` is a space, `&` separates, a pair without `=` has an empty value.
/// Stricter than WHATWG in one thing: a broken `%` sequence or text that is not UTF-8 is an error, not a replacement character.
public struct QueryString: Sendable, Equatable {
    /// One name with its value, both decoded.
    public struct Pair: Sendable, Equatable {
        /// The decoded name.
        public var name: String
        /// The decoded value, empty where there was no `=`.
        public var value: String

        /// A pair of decoded texts.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Why a text could not be read.
    public enum ParseError: Error, Sendable, Equatable {
        /// There are more pairs than the limit.
        case tooManyPairs(limit: Int)
        /// A pair holds a `%` without two digits, or bytes that are not UTF-8; pairs are counted from 0.
        case badEncoding(pair: Int)
    }

    /// The pairs in the order of the text.
    public var pairs: [Pair]

    /// Pairs made elsewhere.
    public init(pairs: [Pair] = []) {
        self.pairs = pairs
    }

    /// Reads the text after `?`, or a form body; empty pairs (`a=1&&b=2`) are skipped.
    public init(parsing text: Span<UInt8>, maximumPairs: Int = 1_000) throws(ParseError) {
        pairs = []
        var start = 0
        while start < text.count {
            var end = start
            var equals: Int?
            while end < text.count, text[end] != UInt8(ascii: "&") {
                if equals == nil, text[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if end > start { try append(text, from: start, equals: equals ?? end, to: end, maximumPairs) }
            start = end + 1
        }
    }

    /// Reads the text after `?`, or a form body.
    public init(parsing text: String, maximumPairs: Int = 1_000) throws(ParseError) {
        try self.init(parsing: Array(text.utf8).span, maximumPairs: maximumPairs)
    }

    /// Every value given for this name, in order.
    public func values(_ name: String) -> [String] {
        pairs.lazy.filter { $0.name == name }.map(\.value)
    }

    /// The last value given for this name, as FastAPI picks it.
    public func last(_ name: String) -> String? {
        pairs.last { $0.name == name }?.value
    }

    /// The text for these pairs: unreserved characters as they are, everything else (the space too) as `%XX`.
    public var encoded: String {
        pairs.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }

    private mutating func append(_ text: Span<UInt8>, from start: Int, equals: Int, to end: Int, _ limit: Int) throws(ParseError) {
        guard pairs.count < limit else { throw .tooManyPairs(limit: limit) }
        let value = equals < end ? text.extracting(equals + 1..<end) : text.extracting(end..<end)
        guard let name = PercentEncoding.decode(text.extracting(start..<equals), plusIsSpace: true),
            let value = PercentEncoding.decode(value, plusIsSpace: true)
        else { throw .badEncoding(pair: pairs.count) }
        pairs.append(Pair(name, value))
    }
}
