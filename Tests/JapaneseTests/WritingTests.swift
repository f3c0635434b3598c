import Japanese
import Testing

@Suite struct `The kana` {
    @Test func `have their like in the other syllabary`() {
        #expect(Kana.hiragana("コーヒーヴヵヽA猫") == "こーひーゔゕゝA猫" && Kana.katakana("こーひーゔゕゝA猫") == "コーヒーヴヵヽA猫")
    }

    @Test(
        arguments: [
            ("きょう", ["きょ", "う"]), ("がっこう", ["が", "っ", "こ", "う"]), ("コーヒー", ["コ", "ー", "ヒ", "ー"]), ("シャンプー", ["シャ", "ン", "プ", "ー"]),
            ("ティッシュ", ["ティ", "ッ", "シュ"]), ("", []), ("a猫", []), ("ゃ", ["ゃ"]), ("っゃ", ["っ", "ゃ"]),
        ] as [(String, [String])]) func `are beats`(kana: String, morae: [String])
    { #expect(Kana.morae(kana) == morae) }

    @Test(arguments: ["猫", "食べる", "コーヒー", "Tシャツ", "一ヶ月", "人々", "お茶、ください！", "〆切"]) func `and kanji are Japanese`(text: String) {
        #expect(Kana.isJapanese(text))
    }

    @Test(arguments: ["", "cat", "123", "、。", "고양이", "кошка", "猫😀", "猫\u{200B}", "<b>猫</b>\n"]) func `are not what these are`(text: String) {
        #expect(!Kana.isJapanese(text))
    }
}

@Suite struct `The romaji` {
    @Test(arguments: [
        ("ねこ", "neko", "neko"), ("とうきょう", "toukyou", "tōkyō"), ("コーヒー", "koohii", "kōhī"), ("てんいん", "ten'in", "ten'in"), ("ほんや", "hon'ya", "hon'ya"),
        ("しんぶん", "shinbun", "shinbun"), ("まっちゃ", "matcha", "matcha"), ("きって", "kitte", "kitte"), ("おおきい", "ookii", "ōkii"), ("せんせい", "sensei", "sensei"),
        ("おねえさん", "oneesan", "onēsan"), ("すうがく", "suugaku", "sūgaku"), ("ちぢむ", "chijimu", "chijimu"), ("つづく", "tsuzuku", "tsuzuku"),
        ("ヴァイオリン", "vaiorin", "vaiorin"),
        ("ティッシュ", "tisshu", "tisshu"), ("ウィーン", "wiin", "wīn"), ("いすゞ", "isuzu", "isuzu"), ("こゝろ", "kokoro", "kokoro"), ("あっ", "a", "a"),
        ("ねこ123", "neko123", "neko123"),
        ("フォーク", "fooku", "fōku"), ("ジュース", "juusu", "jūsu"), ("んー", "n", "n"), ("ー", "", ""), ("", "", ""), ("っあ", "a", "a"),
        ("きんようび", "kin'youbi", "kin'yōbi"), ("うろうろ", "urouro", "urouro"), ("おどおど", "odoodo", "odoodo"), ("もうもう", "moumou", "mōmō"),
        ("ああああ", "aaaa", "āā"),
    ]) func `spell kana after Hepburn`(kana: String, doubled: String, macrons: String) {
        #expect(Romaji.spell(kana) == doubled && Romaji.spell(kana, .macrons) == macrons)
    }

    @Test func `keep the ending of a verb apart`() {
        #expect(Romaji.spell("おも\(Romaji.seam)う", .macrons) == "omou" && Romaji.spell("す\(Romaji.seam)う", .macrons) == "suu")
        #expect(Romaji.spell("おうさま", .macrons) == "ōsama")
    }

    @Test(arguments: [
        ("neko", "ねこ"), ("Toukyou", "とうきょう"), ("Tōkyō", "とうきょう"), ("ten'in", "てんいん"), ("konna", "こんな"), ("konnichiwa", "こんにちわ"), ("konnnichiha", "こんにちは"),
        ("hon", "ほん"), ("honn", "ほん"), ("matcha", "まっちゃ"), ("maccha", "まっちゃ"), ("kitte", "きって"), ("sinbun", "しんぶん"), ("shimbun", "しんぶん"), ("tya", "ちゃ"),
        ("xtu", "っ"), ("ohayou gozaimasu", "おはようございます"), ("ya-yu", "やゆ"), ("fōku", "ふぉうく"), ("sennsei", "せんせい"), ("kin'youbi", "きんようび"), ("wo", "を"),
        ("jyu", "じゅ"), ("dyu", "ぢゅ"), ("vaiorin", "ゔぁいおりん"), ("", ""), ("tyekku", "ちぇっく"), ("syea", "しぇあ"), ("zyetto", "じぇっと"), ("jye", "じぇ"),
    ]) func `are read as they are typed`(letters: String, kana: String) { #expect(Romaji.hiragana(letters) == kana) }

    @Test(arguments: ["猫", "q", "xyz", "kk", "hello!", "ち"]) func `that are none are not read`(letters: String) { #expect(Romaji.hiragana(letters) == nil) }

    @Test func `come back from every beat`() {
        for sign in (0x3041...0x3093).compactMap(Unicode.Scalar.init).map(String.init) where !"ぁぃぅぇぉっゃゅょゎゐゑぢづをん".contains(sign) {
            for end in ["", "ん", "っか"] { #expect(Romaji.hiragana(Romaji.spell(sign + end)) == sign + end) }
        }
    }

    @Test(arguments: [("tōkyō", "toukyou"), ("ookii", "ōkii"), ("koohii", "kōhī"), ("shinbun", "sinbun"), ("oneesan", "oneisan"), ("hatsuon", "hatuon")])
    func `of one sound have one key`(one: String, other: String) throws {
        #expect(Romaji.key(one) == Romaji.key(other))
    }

    @Test(arguments: [("oji", "ojii"), ("biru", "biiru"), ("koko", "koukou"), ("kite", "kitte"), ("shujin", "shuujin")]) func `of two sounds have two`(
        one: String, other: String
    ) {
        #expect(Romaji.key(one) != Romaji.key(other))
    }
}

@Suite struct `The furigana` {
    @Test(arguments: [
        ("食べ物", "たべもの", "食[た]べ 物[もの]"), ("身の上", "みのうえ", "身[み]の 上[うえ]"), ("猫", "ねこ", "猫[ねこ]"), ("コーヒー", "コーヒー", "コーヒー"), ("お茶", "おちゃ", "お 茶[ちゃ]"),
        ("母は", "ははは", "母[はは]は"), ("言い合い", "いいあい", "言[い]い 合[あ]い"), ("大人", "おとな", "大人[おとな]"), ("一ヶ月", "いっかげつ", "一ヶ月[いっかげつ]"), ("人々", "ひとびと", "人々[ひとびと]"),
        ("Tシャツ", "ティーシャツ", "T[てぃー]シャツ"), ("消しゴム", "けしゴム", "消[け]しゴム"), ("取り消し", "とりけし", "取[と]り 消[け]し"), ("食べる", "ちがう", "食べる[ちがう]"), ("", "", ""),
        ("ひらがな", "ひらがな", "ひらがな"), ("子供たち", "こどもたち", "子供[こども]たち"), ("青い空", "あおいそら", "青[あお]い 空[そら]"),
        ("猫、犬。", "ねこ、いぬ。", "猫[ねこ]、 犬[いぬ]。"),
    ]) func `belong to each run of kanji`(written: String, reading: String, anki: String) {
        let furigana = Furigana(written, reading: reading)
        #expect(furigana.anki == anki && furigana.written == written)
    }

    @Test func `of a text without end are found in time`() {
        let written = String(repeating: "母は", count: 50), reading = String(repeating: "は", count: 100)
        let furigana = Furigana(written, reading: reading)
        #expect(furigana.written == written)
        #expect(Furigana(String(repeating: "母", count: 5_000), reading: String(repeating: "は", count: 10_000)).segments.count == 1)
    }
}
