import Glibc

extension FieldTable {
    /// A further name of the field at `index`.
    struct OtherName: Sendable {
        let bytes: [UInt8]
        let index: Int
    }

    /// Whose name this is.
    enum Named: Equatable {
        case field(Int)
        /// The tag at this place says which case of a union the object is.
        case tag(Int)
        case nobody
    }

    /// Whose name this is when it is not the own name of a field.
    func otherwiseNamed(_ name: UnsafeBufferPointer<UInt8>) -> Named {
        for other in otherNames where other.bytes.elementsEqual(name) { return .field(other.index) }
        for place in tags.indices where tags[place].name.utf8.elementsEqual(name) { return .tag(place) }
        return .nobody
    }

    /// Whose name this is.
    func named(_ name: String, from expected: Int = 0) -> Named {
        var name = name
        return name.withUTF8 { bytes in index(of: bytes, from: expected).map(Named.field) ?? otherwiseNamed(bytes) }
    }

    /// Where the member of each field stands: under its own name, else under the first of its other names that is there.
    func places(of members: [JSONFragment.Member]) -> [Int?] {
        var places = [Int?](repeating: nil, count: entries.count), expected = 0
        for place in members.indices {
            guard let index = index(named: members[place].name, from: expected) else { continue }
            places[index] = place
            expected = index + 1
        }
        if !otherNames.isEmpty { addOtherPlaces(of: members, to: &places) }
        return places
    }

    private func addOtherPlaces(of members: [JSONFragment.Member], to places: inout [Int?]) {
        var ranks = places.map { $0 == nil ? Int.max : -1 }
        for place in members.indices {
            var name = members[place].name
            guard let rank = name.withUTF8({ name in otherNames.firstIndex { $0.bytes.elementsEqual(name) } }) else { continue }
            let index = otherNames[rank].index
            guard rank < ranks[index] else { continue }
            ranks[index] = rank
            places[index] = place
        }
    }
}

/// A member with a constant text, by which the cases of a union are told apart.
struct ObjectTag: Sendable, Hashable {
    let name: String
    let value: String

    /// The start of an object with these members.
    static func opening(_ tags: [ObjectTag]) -> [UInt8] {
        Array("{".utf8) + tags.map { JSON.encode($0.name) + Array(":".utf8) + JSON.encode($0.value) }.joined(separator: Array(",".utf8))
    }

    var schema: JSONSchema { ["type": "string", "const": .string(value), "title": .string(ErasedField.title(name))] }
}
