import Japanese
import JapaneseReading
import Morphology
import Testing

@Suite struct `A number in digits` {
    @Test(arguments: [
        ("えんぴつを3本買った。", "えんぴつをさんぼんかった。"), ("私は20歳です。", "わたしははたちです。"), ("弟は8歳だ。", "おとうとははっさいだ。"),
        ("2025年4月1日に始まる。", "にせんにじゅうごねんしがつついたちにはじまる。"), ("10時30分に来てください。", "じゅうじさんじゅっぷんにきてください。"),
        ("10分待ちました。", "じゅっぷんまちました。"), ("1,000円です。", "せんえんです。"), ("１，０００円です。", "せんえんです。"), ("3,500円の本", "さんぜんごひゃくえんのほん"),
        ("3.5キロ走る", "さんてんごきろはしる"), ("1.5倍", "いってんごばい"), ("0.05", "れいてんれいご"), ("２０日に会う", "はつかにあう"), ("1人で2つ食べた。", "ひとりでふたつたべた。"),
        ("3人います。", "さんにんいます。"), ("猫が6匹いる。", "ねこがろっぴきいる。"), ("本屋は3階です。", "ほんやはさんがいです。"), ("1万円", "いちまんえん"), ("10000000円", "いちせんまんえん"),
        ("第3章", "だいさんしょう"), ("100%", "ひゃくぱーせんと"), ("7時に起きて、9時に寝る。", "しちじにおきて、くじにねる。"), ("5行読む", "ごぎょうよむ"),
    ]) func `is read as it is counted`(text: String, kana: String) throws {
        let reading = try TestReader.reader.read(text)
        #expect(reading.kana == kana && reading.isComplete && reading.furigana.written == text)
    }

    @Test func `has its reading above it, with what it counts`() throws {
        let reading = try TestReader.reader.read("2025年の3月に、1人で１，０００円の本を3冊買った。")
        #expect(
            reading.furigana.anki
                == "2025年[にせんにじゅうごねん]の 3月[さんがつ]に、 1人[ひとり]で １，０００円[せんえん]の 本[ほん]を 3冊[さんさつ] 買[か]った。")
        #expect(try TestReader.reader.read("10時30分に来た。").romaji() == "juuji sanjuppun ni kita.")
    }

    @Test(arguments: ["MP3", "A4の紙", "5kg", "3Dの映画", "Windows10"]) func `beside Latin letters is left to them`(text: String) throws {
        let reading = try TestReader.reader.read(text)
        #expect(reading.furigana.segments.first?.reading == nil && reading.furigana.written == text)
    }

    @Test(arguments: ["1,0000", "12345,678", "1,", "1.", ".5", "1,,000", "1 000", "٣本", "9", String(repeating: "9", count: 1_000), "1,234,567,890,123,456,789"])
    func `in any shape is read to its end`(text: String) throws {
        let reading = try TestReader.reader.read(text)
        #expect(reading.furigana.written == text.filter { $0 != " " } && !reading.kana.isEmpty)
    }

    @Test func `of thousands of groups is refused in time`() throws {
        let text = "1" + String(repeating: ",111", count: 3_000) + "kg"
        let reader = try TestReader.reader, clock = ContinuousClock(), began = clock.now
        // In kanji it is longer than any text may be.
        #expect(throws: MorphologyError.tooLong) { try reader.read(text) }
        #expect(clock.now - began < .seconds(5))
    }

    @Test(arguments: [
        ([0], [], "零"), ([1, 0], [], "十"), ([1, 0, 0], [], "百"), ([1, 0, 0, 0], [], "千"), ([1, 0, 0, 0, 0], [], "一万"), ([1, 0, 0, 0, 0, 0, 0, 0], [], "一千万"),
        ([1, 2, 3, 4, 5], [], "一万二千三百四十五"), ([1, 0, 0, 0, 0, 0, 0, 0, 1], [], "一億一"), ([3], [1, 4], "三点一四"), ([0, 9, 0], [], "零九零"), ([], [], ""),
        (Array(repeating: 1, count: 17), [], "一一一一一一一一一一一一一一一一一"),
    ]) func `is written in kanji`(whole: [Int], fraction: [Int], kanji: String) { #expect(KanjiNumber.spell(whole, fraction: fraction) == kanji) }
}
