/// Hepburn's letters for hiragana, after the third edition of Kenkyūsha's dictionary, and the usual ones for sounds of foreign words.
enum RomajiTable {
    /// One or two signs, and their letters.
    static let letters: [String: String] = {
        var table: [String: String] = [:]
        for row in single.split(separator: "\n") {
            let parts = row.split(separator: " ").map(String.init)
            for place in stride(from: 0, to: parts.count, by: 2) { table[parts[place]] = parts[place + 1] }
        }
        for (sign, start) in contracted { for (small, vowel) in [("ゃ", "a"), ("ゅ", "u"), ("ょ", "o")] { table[sign + small] = start + vowel } }
        return table
    }()

    private static let contracted = [
        ("き", "ky"), ("ぎ", "gy"), ("し", "sh"), ("じ", "j"), ("ち", "ch"), ("ぢ", "j"), ("に", "ny"), ("ひ", "hy"), ("び", "by"), ("ぴ", "py"), ("み", "my"),
        ("り", "ry"),
    ]

    private static let single = """
        あ a い i う u え e お o か ka き ki く ku け ke こ ko が ga ぎ gi ぐ gu げ ge ご go
        さ sa し shi す su せ se そ so ざ za じ ji ず zu ぜ ze ぞ zo た ta ち chi つ tsu て te と to だ da ぢ ji づ zu で de ど do
        な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po
        ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o ん n
        ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゎ wa ゕ ka ゖ ke ゔ vu
        ふぁ fa ふぃ fi ふぇ fe ふぉ fo ふゅ fyu てぃ ti でぃ di とぅ tu どぅ du てゅ tyu でゅ dyu うぃ wi うぇ we うぉ wo いぇ ye
        ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo ゔゅ vyu しぇ she じぇ je ちぇ che つぁ tsa つぃ tsi つぇ tse つぉ tso すぃ si ずぃ zi
        くぁ kwa くぃ kwi くぇ kwe くぉ kwo ぐぁ gwa
        """

    /// What people type, as hiragana: Hepburn, Kunrei and the other spellings of input methods.
    static let signs: [String: String] = {
        var table: [String: String] = [:]
        // Of several signs with one sound the usual one.
        for (sign, letters) in letters where !"ぁぃぅぇぉゃゅょゎゕゖゐゑぢづを".contains(sign.first!) { table[letters] = sign }
        for row in typed.split(separator: "\n") {
            let parts = row.split(separator: " ").map(String.init)
            for place in stride(from: 0, to: parts.count, by: 2) { table[parts[place]] = parts[place + 1] }
        }
        for (start, sign) in [("sy", "し"), ("zy", "じ"), ("jy", "じ"), ("ty", "ち"), ("cy", "ち"), ("dy", "ぢ"), ("tsy", "つ")] {
            for (vowel, small) in [("a", "ゃ"), ("u", "ゅ"), ("o", "ょ"), ("e", "ぇ")] { table[start + vowel] = sign + small }
        }
        return table
    }()

    static let longestInput = 4

    private static let typed = """
        wo を si し ti ち tu つ hu ふ zi じ di ぢ du づ dzu づ ca か ci し cu く ce せ co こ la ら li り lu る le れ lo ろ
        xa ぁ xi ぃ xu ぅ xe ぇ xo ぉ xya ゃ xyu ゅ xyo ょ xtu っ xtsu っ ltu っ ltsu っ xwa ゎ wi うぃ we うぇ
        she しぇ je じぇ che ちぇ thi てぃ dhi でぃ twu とぅ dwu どぅ qa くぁ qi くぃ qu く qe くぇ qo くぉ fya ふゃ fyo ふょ
        """
}
