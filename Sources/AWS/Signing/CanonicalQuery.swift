import Encoding

/// The query as it is signed: names and values strictly encoded, sorted by name and then by value.
enum CanonicalQuery {
    private static let maximumPairs = 1_000

    /// Decodes and encodes anew, so that every spelling of a query is signed as AWS reads it; a name without `=` has an empty value.
    static func text(_ query: String, leavingOut excluded: String? = nil) throws(SigningError) -> String {
        let encoded = try pairs(query).filter { $0.name != excluded }.map { (PercentEncoding.encode($0.name), PercentEncoding.encode($0.value)) }
        return encoded.sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }

    static func pairs(_ query: String) throws(SigningError) -> [QueryString.Pair] {
        do { return try QueryString(parsing: query, maximumPairs: maximumPairs).pairs } catch { throw .malformedQuery }
    }
}
