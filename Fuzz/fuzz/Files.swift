@testable import Web

/// The parts of a file that are asked for lie within it, apart from each other, and are the same when they are asked for again.
func fuzzRanges(_ input: [UInt8]) {
    let byteCount = Int(input.first ?? 0) * 100
    guard case .parts(let parts) = ByteRanges(String(decoding: input.dropFirst(), as: UTF8.self), byteCount: byteCount) else { return }
    require(!parts.isEmpty && parts.count <= ByteRanges.maximumCount, "\(parts.count) parts")
    for part in parts { require(!part.isEmpty && part.lowerBound >= 0 && part.upperBound <= byteCount, "\(part) of \(byteCount)") }
    let ordered = parts.sorted { $0.lowerBound < $1.lowerBound }
    for (one, next) in zip(ordered, ordered.dropFirst()) { require(one.upperBound <= next.lowerBound, "\(one) and \(next) overlap") }
    require(parts.reduce(0) { $0 + $1.count } <= byteCount, "more is sent than there is")
    let again = "bytes=" + parts.map { "\($0.lowerBound)-\($0.upperBound - 1)" }.joined(separator: ",")
    guard case .parts(let same) = ByteRanges(again, byteCount: byteCount) else { fatalError("\(again) is not taken") }
    require(Set(same.flatMap(\.self)) == Set(parts.flatMap(\.self)), "\(again) is other bytes")
}

/// A path that is taken leads downwards by names that are not hidden, and has no byte that a file system takes for something else.
func fuzzStaticPath(_ input: [UInt8]) {
    guard let path = try? StaticPath(input.span) else { return }
    var names = path.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if path.isFolder { require(names.removeLast().isEmpty, "a folder has a name without its slash") }
    for (index, name) in names.enumerated() {
        require(!name.isEmpty && name.utf8.count <= 255, "a name of \(name.utf8.count) bytes")
        require(name.first != "." || index == 0 && name == ".well-known", "a hidden name: \(name)")
        require(!name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }, "a control or a backslash")
    }
    require(path.text.utf8.first != UInt8(ascii: "/"), "a path from the root")
}
