import HTTPCore

/// Names one version of a representation (RFC 9110 §8.8.3).
struct EntityTag: Sendable, Equatable, CustomStringConvertible {
    /// The text between the quotes.
    var opaque: String
    /// True when versions that are equivalent may share it; it then says nothing about bytes.
    var isWeak = false

    /// The tag as it is sent.
    var description: String { isWeak ? "W/\"\(opaque)\"" : "\"\(opaque)\"" }

    /// The same bytes (RFC 9110 §8.8.3.2).
    func matchesStrongly(_ other: EntityTag) -> Bool { !isWeak && self == other }

    /// The same for a reader.
    func matchesWeakly(_ other: EntityTag) -> Bool { opaque == other.opaque }

    /// Reads one tag; nil when it is not well formed.
    init?(parsing text: String) {
        var bytes = Substring(text).utf8[...]
        guard let tag = Self.take(from: &bytes), bytes.isEmpty else { return nil }
        self = tag
    }

    init(_ opaque: String, isWeak: Bool = false) {
        self.opaque = opaque
        self.isWeak = isWeak
    }
}

/// The value of If-Match or If-None-Match: every tag, or some (RFC 9110 §13.1.1, §13.1.2).
enum EntityTagList: Sendable, Equatable {
    case any
    case tags([EntityTag])

    /// Reads the lines of a field; what is no tag is left out, for it matches nothing.
    init(_ lines: [String]) {
        if lines.count == 1, lines[0].trimmedSpace() == "*" {
            self = .any
        } else {
            self = .tags(lines.flatMap(EntityTag.list))
        }
    }

    /// True when a representation with this tag is among them; `any` needs none.
    func contains(_ tag: EntityTag?, by matches: (EntityTag, EntityTag) -> Bool) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tag.map { tag in tags.contains { matches($0, tag) } } ?? false
        }
    }
}

// MARK: - Reading

extension EntityTag {
    fileprivate typealias Bytes = Substring.UTF8View.SubSequence

    /// The tags of a list in which commas may also stand within quotes; read once from front to back.
    fileprivate static func list(_ line: String) -> [EntityTag] {
        var rest = Substring(line).utf8[...], tags: [EntityTag] = []
        while !rest.isEmpty {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
            if let tag = take(from: &rest) {
                tags.append(tag)
            } else {
                rest = rest.drop { $0 != UInt8(ascii: ",") }
            }
        }
        return tags
    }

    private static func take(from rest: inout Bytes) -> EntityTag? {
        var bytes = rest
        let isWeak = bytes.starts(with: "W/".utf8)
        if isWeak { bytes = bytes.dropFirst(2) }
        guard bytes.popFirst() == UInt8(ascii: "\"") else { return nil }
        let opaque = bytes.prefix { $0 == 0x21 || 0x23...0x7E ~= $0 || $0 >= 0x80 }
        bytes = bytes[opaque.endIndex...]
        guard bytes.popFirst() == UInt8(ascii: "\"") else { return nil }
        rest = bytes
        return EntityTag(String(Substring(opaque)), isWeak: isWeak)
    }
}
