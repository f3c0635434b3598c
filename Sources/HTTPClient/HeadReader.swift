/// Reads the head of an answer from the lines that libcurl gives, as a value.
struct HeadReader {
    enum Progress: Equatable { case more, complete, tooLarge }

    private(set) var status = 0
    private(set) var headers: [HTTPClientHeader] = []
    /// The value of `Content-Length`, where it is a number.
    private(set) var declaredLength: Int?
    private let limitBytes: Int
    private var bytes = 0
    private var isComplete = false

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// Whether any byte of an answer has come.
    var hasBegun: Bool { bytes > 0 }

    /// One line with its line end. A status line starts anew, after an interim answer; lines after the head are trailers.
    mutating func read(line: UnsafeRawBufferPointer) -> Progress {
        bytes += line.count
        guard bytes <= limitBytes else { return .tooLarge }
        let text = line.trimmed { $0 == 0x0D || $0 == 0x0A }
        if isComplete { return .more }
        if text.isEmpty { return end() }
        if text.starts(with: "HTTP/".utf8) { begin(text) } else { field(text) }
        return .more
    }

    private mutating func begin(_ line: UnsafeRawBufferPointer) {
        headers.removeAll(keepingCapacity: true)
        declaredLength = nil
        let code = line.drop { $0 != 0x20 }.dropFirst().prefix(3)
        status = Int(String(decoding: code, as: UTF8.self)) ?? 0
    }

    private mutating func end() -> Progress {
        guard status >= 200 else { return .more }
        isComplete = true
        return .complete
    }

    private mutating func field(_ line: UnsafeRawBufferPointer) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let value = UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]).trimmed { $0 == 0x20 || $0 == 0x09 }
        let header = HTTPClientHeader(String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
        if colon == 14, header.name.lowercased() == "content-length" { declaredLength = Int(header.value) }
        headers.append(header)
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func trimmed(_ isBlank: (UInt8) -> Bool) -> UnsafeRawBufferPointer {
        var range = startIndex..<endIndex
        while let first = range.first, isBlank(self[first]) { range = (first + 1)..<range.upperBound }
        while let last = range.last, isBlank(self[last]) { range = range.lowerBound..<last }
        return UnsafeRawBufferPointer(rebasing: self[range])
    }
}
