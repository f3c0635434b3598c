/// Which part of an object a `Range` field asks for: S3 knows one range, and gives the whole for anything it cannot read.
enum ObjectRange: Equatable {
    case whole
    case part(Range<Int>)
    /// 416: it begins behind the end.
    case unsatisfiable

    /// Reads a field. Source: Amazon S3 API, GetObject, "Range"; RFC 9110 §14.1.2.
    init(_ field: String?, byteCount: Int) {
        guard let field, field.lowercased().hasPrefix("bytes="), !field.contains(",") else {
            self = .whole
            return
        }
        let bounds = field.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard bounds.count == 2, bounds.contains(where: { !$0.isEmpty }), bounds.allSatisfy(Self.isNumber) else {
            self = .whole
            return
        }
        self = Self.range(first: Int(bounds[0]), last: Int(bounds[1]), byteCount)
    }

    private static func range(first: Int?, last: Int?, _ byteCount: Int) -> ObjectRange {
        guard let first else {
            let count = min(last ?? 0, byteCount)
            return count > 0 ? .part(byteCount - count..<byteCount) : .unsatisfiable
        }
        if let last, last < first { return .whole }
        guard first < byteCount else { return .unsatisfiable }
        return .part(first..<min(last ?? .max - 1, byteCount - 1) + 1)
    }

    private static func isNumber(_ text: String) -> Bool { text.utf8.count <= 18 && text.utf8.allSatisfy { $0 &- 48 < 10 } }
}
