/// Another reading of a text, for rules to look at.
struct DerivedView: Sendable, Equatable {
    /// How it was got, as findings name it.
    enum Kind: String, Sendable {
        case base64, base32, hex, binary, numbers, escapes, morse
        case leetspeak, misspelled, backwards, rot13, shifted
        case upsideDown = "upside-down"
        case pigLatin = "pig-latin"
        case torn
        case spelledOut = "spelled-out"
        case fragments, chain, acrostic, window

        /// What is found in it.
        var family: Finding.Family {
            switch self {
            case .fragments, .chain, .acrostic, .window: .payloadSplitting
            default: .encodedInstruction
            }
        }

        /// Whether nobody but a machine reads it: there an instruction of any kind is one too many.
        var isHidden: Bool {
            switch self {
            case .base64, .base32, .hex, .binary, .numbers, .morse, .chain, .spelledOut: true
            default: false
            }
        }
    }

    let kind: Kind
    /// What it says, in each of the ways that rules look at a text; empty where they need not.
    var words: [UInt8] = []
    var text: [UInt8] = []
    var glued: [UInt8] = []

    var count: Int { words.count + text.count + glued.count }

    /// No part of it longer than this: the middle goes.
    func cut(to bound: Int) -> DerivedView {
        func cut(_ bytes: [UInt8]) -> [UInt8] { bytes.count <= bound ? bytes : bytes.prefix(bound / 2) + bytes.suffix(bound / 2) }
        return DerivedView(kind: kind, words: cut(words), text: cut(text), glued: cut(glued))
    }
}
