import CMeCab
import Platform

/// Cuts Japanese text into words by MeCab. One for a program: its dictionary is shared by all threads, and each analysis has working memory of its own.
///
/// Costs about 2 µs a word; off the loops for more than a few sentences.
public final class MorphologicalAnalyzer: Sendable {
    /// The longest text, in bytes of UTF-8: 2 MB of kana would take most of a second.
    public static let maximumBytes = 16 * 1024

    /// MeCab's own values; documented to be safe for threads that have a lattice each.
    private struct Engine: @unchecked Sendable {
        let model: OpaquePointer
        let tagger: OpaquePointer
    }

    private struct Lattice: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let engine: Engine
    /// As many as analyses have run at once, at most one for each thread.
    private let idle = Lock<[Lattice]>([])

    /// Opens dictionaries: the folder of a system dictionary (IPADIC in UTF-8), and a file of further words.
    public init(dictionary: String, userDictionary: String? = nil) throws(MorphologyError) {
        // Paths go through a command line of MeCab's own: blanks and quotes would be read as more of it.
        for path in [dictionary, userDictionary].compactMap(\.self)
        where path.isEmpty || !path.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x2C }) {
            throw .invalidPath(path)
        }
        // The system's settings file names another dictionary, which may be of another encoding.
        let arguments = "-r /dev/null -d \(dictionary)" + (userDictionary.map { " -u \($0)" } ?? "")
        guard let model = mecab_model_new2(arguments) else { throw .unreadable(String(cString: mecab_strerror(nil))) }
        guard let tagger = mecab_model_new_tagger(model) else {
            mecab_model_destroy(model)
            throw .unreadable(String(cString: mecab_strerror(nil)))
        }
        engine = Engine(model: model, tagger: tagger)
    }

    deinit {
        for lattice in idle.withLock({ $0 }) { mecab_lattice_destroy(lattice.pointer) }
        mecab_destroy(engine.tagger)
        mecab_model_destroy(engine.model)
    }

    /// The words of a text, in order; white space between them is left out.
    public func morphemes(of text: String) throws(MorphologyError) -> [Morpheme] { try morphemes(of: text, among: 1) { _ in true } ?? [] }

    /// The likeliest of the `limit` likeliest ways to cut a text that is wanted; nil when none of them is.
    public func morphemes(of text: String, among limit: Int, where isWanted: ([Morpheme]) -> Bool) throws(MorphologyError) -> [Morpheme]? {
        guard text.utf8.count <= Self.maximumBytes else { throw .tooLong }
        let lattice: Lattice
        if let waiting = idle.withLock({ $0.popLast() }) {
            lattice = waiting
        } else {
            guard let pointer = mecab_model_new_lattice(engine.model) else { throw .failed }
            lattice = Lattice(pointer: pointer)
        }
        defer {
            mecab_lattice_clear(lattice.pointer)
            mecab_lattice_set_request_type(lattice.pointer, Int32(MECAB_ONE_BEST))
            idle.withLock { $0.append(lattice) }
        }
        if limit > 1 { mecab_lattice_set_request_type(lattice.pointer, Int32(MECAB_NBEST)) }
        var text = text
        // The nodes point into the sentence, so that it is read while it is there.
        let found = text.withUTF8 { bytes -> Result<[Morpheme]?, MorphologyError> in
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return .success(isWanted([]) ? [] : nil) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { sentence in
                mecab_lattice_set_sentence2(lattice.pointer, sentence, bytes.count)
                guard mecab_parse_lattice(engine.tagger, lattice.pointer) != 0 else { return .failure(.failed) }
                return .success(Self.first(of: limit, in: lattice, where: isWanted))
            }
        }
        return try found.get()
    }

    private static func first(of limit: Int, in lattice: Lattice, where isWanted: ([Morpheme]) -> Bool) -> [Morpheme]? {
        for place in 0..<max(1, limit) {
            guard place == 0 || mecab_lattice_next(lattice.pointer) != 0 else { return nil }
            let found = morphemes(from: mecab_lattice_get_bos_node(lattice.pointer))
            if isWanted(found) { return found }
        }
        return nil
    }

    private static func morphemes(from first: UnsafePointer<mecab_node_t>?) -> [Morpheme] {
        var morphemes: [Morpheme] = [], next = first
        while let node = next {
            next = UnsafePointer(node.pointee.next)
            guard node.pointee.stat != MECAB_BOS_NODE, node.pointee.stat != MECAB_EOS_NODE, let surface = node.pointee.surface else { continue }
            let bytes = UnsafeRawBufferPointer(start: surface, count: Int(node.pointee.length))
            morphemes.append(Morpheme(surface: String(decoding: bytes, as: UTF8.self), feature: String(cString: node.pointee.feature)))
        }
        return morphemes
    }
}

/// Why a text cannot be cut into words.
public enum MorphologyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A path that MeCab could not be given: with blanks, quotes or commas.
    case invalidPath(String)
    /// No dictionary is there, or it is none; MeCab's words.
    case unreadable(String)
    /// The text is longer than `MorphologicalAnalyzer.maximumBytes`.
    case tooLong
    /// MeCab gave up.
    case failed

    /// What to do.
    public var description: String {
        switch self {
        case .invalidPath(let path): "the path “\(path)” of a dictionary has blanks, quotes or commas: move it"
        case .unreadable(let reason): "MeCab's dictionary cannot be opened: \(reason)"
        case .tooLong: "the text is longer than \(MorphologicalAnalyzer.maximumBytes) bytes"
        case .failed: "MeCab cannot read the text"
        }
    }
}
