/// Numbers as they are written in kanji, which is how they are spoken.
public enum KanjiNumber {
    private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let units = ["", "万", "億", "兆"]

    /// The kanji of a number in decimal digits: 2025 is 二千二十五, 0.5 零点五. Digits behind the point, of numbers with a zero before them, as telephones have,
    /// and of numbers of more than 16 digits are spoken one by one.
    public static func spell(_ whole: [Int], fraction: [Int] = []) -> String {
        let isCounted = !whole.isEmpty && whole.count <= 4 * units.count && (whole.first != 0 || whole.count == 1)
        let spoken = isCounted ? counted(whole) : oneByOne(whole)
        return fraction.isEmpty ? spoken : spoken + "点" + oneByOne(fraction)
    }

    private static func oneByOne(_ number: [Int]) -> String { number.map { digits[$0] }.joined() }

    private static func counted(_ number: [Int]) -> String {
        var text = ""
        for place in stride(from: (number.count - 1) / 4, through: 0, by: -1) {
            let end = number.count - 4 * place, group = number[max(0, end - 4)..<end]
            let thousands = spellGroup(Array(group), isCounted: place > 0)
            if !thousands.isEmpty { text += thousands + units[place] }
        }
        return text.isEmpty ? digits[0] : text
    }

    /// Four digits at most. One thousand is 千 alone, but 一千 before 万 and its like.
    private static func spellGroup(_ group: [Int], isCounted: Bool) -> String {
        zip(group, ["千", "百", "十", ""].suffix(group.count)).map { digit, unit in
            if digit == 0 { return "" }
            let isBare = digit == 1 && (unit == "百" || unit == "十" || unit == "千" && !isCounted)
            return (isBare ? "" : digits[digit]) + unit
        }.joined()
    }
}
