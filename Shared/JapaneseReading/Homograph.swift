import Morphology

/// What is written alike and read otherwise, where the words beside it tell which is meant: rain falls (ふる), who leaves a train gets off (おりる).
struct Homograph {
    /// The beginning of the reading that the analysis prefers, and of the one that is meant beside `company`.
    private let usual: String, meant: String
    /// The form in the dictionary when it is meant.
    private let base: String
    private let company: Set<String>

    /// Sentences of learners, not of poets: what is not listed is read as the analysis has it.
    private static let known: [String: Homograph] = [
        "降": Homograph(
            usual: "オ", meant: "フ", base: "降る",
            company: ["雨", "雪", "大雨", "小雨", "大雪", "初雪", "にわか雨", "夕立", "みぞれ", "ひょう", "あられ", "霜", "灰", "星"]),
        "開": Homograph(
            usual: "ヒラ", meant: "ア", base: "開く",
            company: ["ドア", "窓", "戸", "扉", "門", "店", "箱", "ふた", "蓋", "瓶", "かぎ", "鍵", "カーテン", "銀行", "図書館", "郵便局", "デパート"]),
        "辛": Homograph(
            usual: "ツラ", meant: "カラ", base: "辛い",
            company: ["カレー", "料理", "食べ物", "もの", "物", "味", "スープ", "ラーメン", "キムチ", "唐辛子", "わさび", "からし", "ソース", "大根", "鍋"]),
        "角": Homograph(usual: "カク", meant: "カド", base: "角", company: ["曲がる", "右", "左", "店", "家"]),
        "後": Homograph(usual: "ノチ", meant: "アト", base: "後", company: ["の", "た", "だ"]),
        "他": Homograph(usual: "タ", meant: "ホカ", base: "他", company: ["の", "に"]),
        "魚": Homograph(usual: "ギョ", meant: "サカナ", base: "魚", company: ["食べる", "焼く", "釣る", "買う", "見る", "好き", "食う", "煮る"]),
    ]

    /// The same words, each read as those beside it want it.
    static func settled(_ words: [Morpheme]) -> [Morpheme] {
        words.indices.map { place in
            let word = words[place]
            guard let first = word.surface.first, let homograph = known[String(first)], let reading = word.reading, reading.hasPrefix(homograph.usual),
                homograph.isMeant(at: place, in: words)
            else { return word }
            return homograph.applied(to: word, reading)
        }
    }

    /// So many words on either side count, of the same clause.
    private static let reach = 4

    /// An object is what something is done to: who gets off a train in the rain does so with を before the verb, and then no subject tells anything.
    private func isMeant(at place: Int, in words: [Morpheme]) -> Bool {
        let isVerb = words[place].partOfSpeech == "動詞"
        let before = words[..<place].reversed().prefix(Self.reach).prefix { $0.partOfSpeech != "記号" && !(isVerb && $0.surface == "を") }
        let after = words[(place + 1)...].prefix(Self.reach).prefix { $0.partOfSpeech != "記号" }
        // A verb looks back at what falls and opens; adjectives and nouns also at what follows them.
        return before.contains(where: isCompany) || !isVerb && after.contains(where: isCompany)
    }

    private func isCompany(_ word: Morpheme) -> Bool { company.contains(word.surface) || company.contains(word.base) }

    private func applied(to word: Morpheme, _ reading: String) -> Morpheme {
        func changed(_ kana: String) -> String { kana.hasPrefix(usual) ? meant + kana.dropFirst(usual.count) : kana }
        return Morpheme(
            surface: word.surface, partOfSpeech: word.partOfSpeech, kind: word.kind, base: base, reading: changed(reading),
            pronunciation: word.pronunciation.map(changed))
    }
}
