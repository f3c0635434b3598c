import Encoding

@testable import Web

/// Pairs that were read, written and read again are the same pairs; their number has its bound.
func fuzzQuery(_ input: [UInt8]) {
    let pieces = input.split(separator: UInt8(ascii: "&")).count
    do throws(QueryString.ParseError) {
        let query = try QueryString(parsing: input.span, maximumPairs: 20)
        require(query.pairs.count == pieces && pieces <= 20, "\(query.pairs.count) pairs of \(pieces) pieces")
        let text = query.encoded
        require(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "an encoded query has bytes no target may have")
        require((try? QueryString(parsing: text)) == query, "a query written anew reads differently: \(text)")
        for pair in query.pairs { require(query.last(pair.name) == query.values(pair.name).last, "the last value is another one") }
    } catch {
        if case .tooManyPairs = error { require(pieces > 20, "too many pairs were seen in \(pieces) pieces") }
    }
}

/// What is encoded is decoded to itself, whatever the text; what was decoded is that of its own encoding too.
func fuzzPercent(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    for allowed in [PercentEncoding.AllowedBytes.unreserved, .path] {
        let encoded = PercentEncoding.encode(text, allowed: allowed)
        require(encoded.utf8.allSatisfy { allowed.contains($0) || $0 == UInt8(ascii: "%") }, "an encoded text has other bytes than allowed")
        require(PercentEncoding.decode(encoded) == text, "a text does not come back")
        require(decodedText(Array(encoded.utf8).span) == text, "a text does not come back on the road of paths")
    }
    for plusIsSpace in [false, true] {
        let bytes = PercentEncoding.decodedBytes(input.span, plusIsSpace: plusIsSpace)
        require((bytes?.count ?? 0) <= input.count, "decoding made it longer")
        guard let decoded = PercentEncoding.decode(input.span, plusIsSpace: plusIsSpace) else { continue }
        require(Array(decoded.utf8) == bytes, "text and bytes are decoded differently")
        require(PercentEncoding.decode(PercentEncoding.encode(decoded)) == decoded, "a decoded text does not come back")
    }
    require(decodedText(input.span) == PercentEncoding.decode(input.span), "paths are decoded differently")
}

/// A value with parameters reads the same when it is written anew.
func fuzzParameters(_ input: [UInt8]) {
    guard let value = ParameterizedValue(parsing: String(decoding: input, as: UTF8.self)) else { return }
    require(ParameterizedValue(parsing: value.value) == ParameterizedValue(parsing: value.value), "reading is not a function")
    for name in ["filename", "name", "boundary", "charset"] {
        guard let text = value[name] else { continue }
        let again = ParameterizedValue(parsing: "x; \(name)=\(quoted(text))")
        require(again?[name] == text, "a parameter written anew reads differently: \(text)")
        _ = value.extended(name)
    }
}

/// A quoted string (RFC 9110 §5.6.4).
func quoted(_ text: String) -> String {
    // By scalars: a mark that joins what follows it would hide a quote from a look at characters.
    "\"" + String(String.UnicodeScalarView(text.unicodeScalars.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] })) + "\""
}
