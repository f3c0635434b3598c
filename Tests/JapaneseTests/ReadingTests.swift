import Japanese
import JapaneseReading
import Morphology
import Testing

@Suite struct `A text` {

    @Test(arguments: [
        ("私は学校へ行きます。", "watashi wa gakkou e ikimasu.", "watashi wa gakkō e ikimasu."), ("本を読んでいる", "hon o yonde iru", "hon o yonde iru"),
        ("こんにちは", "konnichiwa", "konnichiwa"), ("そう思う", "sou omou", "sō omou"), ("お茶を買ってください", "ocha o katte kudasai", "ocha o katte kudasai"),
        ("「はい」と言った。", "“hai” to itta.", "“hai” to itta."), ("子供たちが、公園で遊んでいます", "kodomotachi ga, kouen de asonde imasu", "kodomotachi ga, kōen de asonde imasu"),
        ("コーヒー", "koohii", "kōhī"), ("Tシャツ", "tiishatsu", "tīshatsu"), ("", "", ""), ("湖", "mizuumi", "mizuumi"), ("女王", "joou", "joō"),
        ("小売", "kouri", "kouri"), ("氷の大掃除", "koori no oosouji", "kōri no ōsōji"), ("ぞうを問う", "zou o tou", "zō o tou"), ("さー、食べよう", "saa, tabeyou", "sā, tabeyō"),
        ("まぁ", "maa", "mā"), ("ベータ・テスト", "beeta tesuto", "bēta tesuto"),
    ]) func `is spelled in Latin letters`(text: String, doubled: String, macrons: String) throws {
        let reading = try TestReader.reader.read(text)
        #expect(reading.romaji() == doubled && reading.romaji(.macrons) == macrons)
    }

    @Test(arguments: [
        ("雨が降ります。", "あめがふります。"), ("明日は雪が降りそうです", "あしたはゆきがふりそうです"), ("電車を降りて、歩きます", "でんしゃをおりて、あるきます"),
        ("雨の中で電車を降りました", "あめのなかででんしゃをおりました"), ("雨だから、ここで降ります", "あめだから、ここでおります"), ("ドアが開いています", "どあがあいています"),
        ("本を開いてください", "ほんをひらいてください"), ("店は九時に開きます", "みせはくじにあきます"), ("このカレーは辛いです", "このかれーはからいです"),
        ("辛い料理が好きです", "からいりょうりがすきです"), ("仕事が辛いです", "しごとがつらいです"), ("次の角を右に曲がります", "つぎのかどをみぎにまがります"),
        ("三角形の角は三つです", "さんかっけいのかくはみっつです"), ("毎日魚を食べています", "まいにちさかなをたべています"), ("金魚を買いました", "きんぎょをかいました"),
        ("食事の後で散歩します", "しょくじのあとでさんぽします"), ("食べた後、寝ました", "たべたあと、ねました"), ("他の人に聞きます", "ほかのひとにききます"),
        ("その他の国", "そのたのくに"), ("猫の毛", "ねこのけ"), ("ここに居ます", "ここにいます"), ("羊毛", "ようもう"),
    ]) func `is read as the words beside it want it`(text: String, kana: String) throws {
        let read = try TestReader.reader.read(text).kana
        #expect(read == kana)
    }

    @Test func `has furigana where it has kanji`() throws {
        let reading = try TestReader.reader.read("昨日、友達と食べ物を買った。")
        #expect(reading.furigana.segments.map(\.text) == ["昨日", "、", "友達", "と", "食", "べ", "物", "を", "買", "った。"])
        #expect(reading.furigana.anki == "昨日[きのう]、 友達[ともだち]と 食[た]べ 物[もの]を 買[か]った。" && reading.kana == "きのう、ともだちとたべものをかった。" && reading.isComplete)
    }

    @Test(arguments: [
        ("辛いカレーが好きです。", "からいカレーがすきです。", "karai karee ga suki desu."), ("今お金がありません。", "いまおかねがありません。", "ima okane ga arimasen."),
        ("このぶどうは種がない。", "このぶどうはたねがない。", "kono budou wa tane ga nai."), ("長い台詞を覚えました。", "ながいせりふをおぼえました。", "nagai serifu o oboemashita."),
        ("教科書の十ページを開けて。", "きょうかしょのじゅっページをあけて。", "kyoukasho no juppeeji o akete."),
    ]) func `whose reading is known is cut so that it is read so`(text: String, kana: String, romaji: String) throws {
        let reading = try #require(try TestReader.reader.read(text, as: kana))
        #expect(reading.romaji() == romaji && reading.kana == Kana.hiragana(kana) && reading.furigana.written == text)
    }

    @Test(arguments: ["", "いぬがきらいです。", "ねこがすき", "ねこがすきです。よ"]) func `that is read otherwise has no such reading`(kana: String) throws {
        #expect(try TestReader.reader.read("猫がすきです。", as: kana) == nil)
    }

    @Test func `of unknown kanji is not complete`() throws {
        let reading = try TestReader.reader.read("鸞鸞")
        #expect(!reading.isComplete && reading.furigana.anki == "鸞鸞")
    }
}
