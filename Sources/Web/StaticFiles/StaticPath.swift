import Encoding
import HTTPCore

/// A path below a folder of static files, decoded; made only of names that may be looked up.
struct StaticPath: Sendable, Equatable {
    /// The names with slashes between, for instance `css/app.css`; empty for the folder itself.
    var text: String
    /// It ended with a slash, or was empty: a folder is meant.
    var isFolder: Bool

    /// The folder itself.
    static let root = StaticPath(text: "", isFolder: true)
    /// The folder itself, without the slash at its end.
    static let bareRoot = StaticPath(text: "", isFolder: false)

    private init(text: String, isFolder: Bool) {
        self.text = text
        self.isFolder = isFolder
    }

    /// Decodes a path and checks every name of it.
    ///
    /// - Throws: `HTTPError` 400 for broken percent sequences and what is not UTF-8; 404 for `.` and `..`, hidden names (but `.well-known` of RFC 8615 at
    ///   the front), empty names, slashes and backslashes that were encoded, NUL and other controls, and lengths no file system takes.
    init(_ encoded: Span<UInt8>) throws(HTTPError) {
        var names = Names()
        var index = 0
        while index < encoded.count {
            var byte = encoded[index]
            index += 1
            if byte == UInt8(ascii: "/") {
                try names.endName()
                names.bytes.append(byte)
                names.start = names.bytes.count
                continue
            }
            if byte == UInt8(ascii: "%") {
                guard index + 1 < encoded.count, let high = Hex.value(of: encoded[index]), let low = Hex.value(of: encoded[index + 1]) else {
                    throw .brokenPath
                }
                byte = high << 4 | low
                index += 2
            }
            try names.append(byte)
        }
        isFolder = names.isAtStart
        if !isFolder { try names.endName() }
        guard let text = String(validating: names.bytes, as: UTF8.self) else { throw .brokenPath }
        self.text = text
    }

    /// Whether the last name has an ending such as `.css`.
    var hasEnding: Bool { text.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ".")) }

    /// The path as names that are gathered byte by byte.
    private struct Names {
        var bytes: [UInt8] = []
        var start = 0

        var isAtStart: Bool { start == bytes.count }

        mutating func append(_ byte: UInt8) throws(HTTPError) {
            guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\\"), bytes.count < 1_024 else { throw .fileNotFound }
            bytes.append(byte)
        }

        func endName() throws(HTTPError) {
            let name = bytes[start...]
            guard (1...255).contains(name.count), bytes.count < 1_024 else { throw .fileNotFound }
            guard name.first != UInt8(ascii: ".") || start == 0 && name.elementsEqual(".well-known".utf8) else { throw .fileNotFound }
        }
    }
}

extension HTTPError {
    static var fileNotFound: HTTPError { .notFound("file-not-found", "There is no file at this address; check the path.") }
}
