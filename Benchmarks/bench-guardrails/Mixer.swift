/// Texts of 2,000 characters that are made to be hard: words of many texts, one word over and over, marks, any characters at all.
struct Mixer {
    private let pieces: [String]
    private static let marks = Array("<>\"'`{}[]()=+-_*/\\|%&#@$!?:;.,~ \n").map { String($0) }

    init(_ texts: [String]) { pieces = texts.flatMap { $0.split(separator: " ").map(String.init) } }

    func text(_ random: inout SystemRandomNumberGenerator) -> String {
        let kind = Int.random(in: 0..<6, using: &random)
        let repeated = (0..<Int.random(in: 1...4, using: &random)).map { _ in piece(&random) }
        var result = ""
        while result.utf8.count < 2_000 {
            switch kind {
            case 0: result += repeated.joined(separator: " ") + " "
            case 1: result += repeated.joined()
            case 2: result += piece(&random) + (Self.marks.randomElement(using: &random) ?? " ")
            case 3: result += (repeated.randomElement(using: &random) ?? "") + (Self.marks.randomElement(using: &random) ?? "")
            case 4: result.unicodeScalars.append(scalar(&random))
            default: result += piece(&random) + (Bool.random(using: &random) ? " " : "\n")
            }
        }
        return String(result.prefix(2_000))
    }

    private func piece(_ random: inout SystemRandomNumberGenerator) -> String { pieces.randomElement(using: &random) ?? "" }

    private func scalar(_ random: inout SystemRandomNumberGenerator) -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x58F, 0x2000...0x2BFF, 0x3040...0x30FF, 0x4E00...0x9FFF, 0x1D400...0x1D7FF,
        ]
        let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
        return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? " "
    }
}
