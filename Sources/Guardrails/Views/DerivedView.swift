/// Another reading of a text, for rules to look at.
struct DerivedView: Sendable, Equatable {
    /// How it was got, as findings name it.
    enum Kind: String, Sendable {
        case base64, base32, hex, binary, numbers, escapes, morse
        case tags, selectors
        case leetspeak, misspelled, backwards, rot13, shifted
        case upsideDown = "upside-down"
        case pigLatin = "pig-latin"
        case torn
        case spelledOut = "spelled-out"
        case fragments, chain, acrostic, window

        /// What is found in it.
        var family: Finding.Family {
            switch self {
            case .tags, .selectors: .unicodeSmuggling
            case .fragments, .chain, .acrostic, .window: .payloadSplitting
            default: .encodedInstruction
            }
        }

        /// Whether nobody but a machine reads it: there an instruction of any kind is one too many.
        var isHidden: Bool {
            switch self {
            case .base64, .base32, .hex, .binary, .numbers, .morse, .tags, .selectors, .chain, .spelledOut: true
            default: false
            }
        }
    }

    let kind: Kind
    /// What it says.
    let text: [UInt8]
}
