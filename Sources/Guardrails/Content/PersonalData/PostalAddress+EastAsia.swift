extension PostalAddress {
    /// 〒150-0041: the end.
    static func japaneseCode(_ bytes: [UInt8], after mark: Int) -> Int? {
        var place = mark
        while place < bytes.count, place - mark < 2, bytes[place] == UInt8(ascii: " ") { place += 1 }
        var digits = 0
        while place < bytes.count, digits < 7 {
            if bytes[place].isDigit { digits += 1 } else if bytes[place] != UInt8(ascii: "-") || digits != 3 { return nil }
            place += 1
        }
        return digits == 7 ? place : nil
    }

    /// 渋谷区神南1-19-11, 本町3丁目2番, 建国路88号: around a ward, town or city (the three bytes here), its name before and the numbers behind.
    static func eastAsian(_ bytes: [UInt8], at trigger: Int, floor: Int) -> Range<Int>? {
        guard isTrigger(bytes, trigger) else { return nil }
        var place = trigger + 3
        while place + 2 < bytes.count, place - trigger < 45, isName(bytes, place) { place += 3 }
        guard let end = numbers(bytes, from: place) else { return nil }
        var start = trigger
        while start - 3 >= floor, trigger - start < 36, isNameBefore(bytes, start - 3) { start -= 3 }
        return start..<end
    }

    private static let counters: [StaticString] = ["丁目", "番地", "番", "号室", "号", "號", "弄"]

    private static func isTrigger(_ bytes: [UInt8], _ place: Int) -> Bool {
        switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
        // 市区區町村郡路街
        case (0xE5, 0xB8, 0x82), (0xE5, 0x8C, 0xBA), (0xE5, 0x8D, 0x80), (0xE7, 0x94, 0xBA), (0xE6, 0x9D, 0x91), (0xE9, 0x83, 0xA1), (0xE8, 0xB7, 0xAF),
            (0xE8, 0xA1, 0x97):
            true
        default: false
        }
    }

    /// Kanji and kana, but none of the marks of their blocks.
    private static func isName(_ bytes: [UInt8], _ place: Int) -> Bool {
        (0xE4...0xE9).contains(bytes[place]) || (bytes[place] == 0xE3 && bytes[place + 1] >= 0x81)
    }

    /// Kanji and katakana: hiragana before a name belongs to the sentence.
    private static func isNameBefore(_ bytes: [UInt8], _ place: Int) -> Bool {
        (0xE4...0xE9).contains(bytes[place]) || (bytes[place] == 0xE3 && (bytes[place + 1] == 0x83 || (bytes[place + 1] == 0x82 && bytes[place + 2] >= 0xA1)))
    }

    /// `1-19-11`, `3丁目2番1号`, `88号`: the end, when there is enough for an address.
    private static func numbers(_ bytes: [UInt8], from start: Int) -> Int? {
        var place = start, hyphens = 0, marks = 0, end = start
        while place < bytes.count, place - start < 60 {
            let from = place
            while place < bytes.count, bytes[place].isDigit, place - from < 6 { place += 1 }
            guard place > from else { break }
            end = place
            if let mark = counters.first(where: { Credential.hasPrefix(bytes, at: place, $0) }) {
                marks += 1
                place += mark.utf8CodeUnitCount
                end = place
                if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
            } else if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "-"), bytes[place + 1].isDigit {
                hyphens += 1
                place += 1
            } else {
                break
            }
        }
        return marks > 0 || hyphens > 1 || (hyphens == 1 && isEnd(bytes, end)) ? end : nil
    }

    private static func isEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
        let ends: [StaticString] = ["です", "だ", "。", "、", "に住", "に在", "\n", " ", "."]
        return place == bytes.count || ends.contains { Credential.hasPrefix(bytes, at: place, $0) }
    }

    /// 강남구 테헤란로 152: from a ward or city with a space behind it.
    static func korean(_ bytes: [UInt8], at trigger: Int, floor: Int) -> Range<Int>? {
        guard Credential.hasPrefix(bytes, at: trigger, "구 ") || Credential.hasPrefix(bytes, at: trigger, "시 ") else { return nil }
        var place = trigger + 4, isStreet = false
        while place + 2 < bytes.count, place - trigger < 60, (0xEA...0xED).contains(bytes[place]) {
            isStreet = Credential.hasPrefix(bytes, at: place, "로") || Credential.hasPrefix(bytes, at: place, "길") || Credential.hasPrefix(bytes, at: place, "동")
            place += 3
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        var end = place
        while end < bytes.count, bytes[end].isDigit || bytes[end] == UInt8(ascii: "-"), end - place < 10 { end += 1 }
        guard isStreet, end > place, bytes[place].isDigit else { return nil }
        var start = trigger
        while start - 3 >= floor, trigger - start < 18, (0xEA...0xED).contains(bytes[start - 3]) { start -= 3 }
        return start..<end
    }
}
