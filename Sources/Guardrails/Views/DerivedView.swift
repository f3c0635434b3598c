/// Another reading of a text, for rules to look at.
struct DerivedView: Sendable, Equatable {
    /// How it was got, as findings name it.
    enum Kind: String, Sendable {
        case unmarked, base64, base32, hex, binary, numbers, escapes, morse, tags, selectors, leetspeak, turned, shifted, pigLatin = "pig-latin", fragments,
            acrostic, window

        /// What is found in it.
        var family: Finding.Family {
            switch self {
            case .tags, .selectors: .unicodeSmuggling
            case .fragments, .acrostic, .window: .payloadSplitting
            default: .encodedInstruction
            }
        }

        /// Whether nobody but a machine reads it: there an instruction of any kind is one too many.
        var isHidden: Bool {
            switch self {
            case .base64, .base32, .hex, .binary, .numbers, .morse, .tags, .selectors: true
            default: false
            }
        }
    }

    let kind: Kind
    /// What it says.
    let text: [UInt8]
}
