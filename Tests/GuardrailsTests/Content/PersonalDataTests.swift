import Testing

@testable import Guardrails

@Suite struct PersonalDataTests {
    private func redacted(_ text: String) -> String { PersonalData(in: text).redacted(text) }

    @Test(arguments: [
        ("Write to taro.yamada+jp@example.co.jp, please.", "Write to [e-mail], please."),
        ("メールはtaro@example.comです", "メールは[e-mail]です"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[e-mail]"),
        ("<a@b.io>", "<[e-mail]>"),
    ])
    func `an e-mail address is found around its sign`(text: String, expected: String) { #expect(redacted(text) == expected) }

    @Test(arguments: ["@taro", "meet @ 5", "a@b", "taro@", "@@@@", "user@localhost is a host"])
    func `a sign without an address is none`(text: String) { #expect(redacted(text) == text) }

    @Test(arguments: [
        "+81 90-1234-5678", "+1 (415) 555-2671", "+49 30 901820", "+44 20 7946 0958", "0049 30 901820", "090-1234-5678", "09012345678", "03-1234-5678",
        "(03) 1234-5678",
        "０９０－１２３４－５６７８", "０９０ー１２３４ー５６７８", "0120-444-444", "(212) 555-0123", "212-555-0123", "1-800-555-0199", "212.555.0123", "030 1234567", "0171/1234567",
        "06 39 98 12 34",
        "010-1234-5678", "13800138000", "138 0013 8000", "020 7946 0958",
    ])
    func `a telephone number is found`(text: String) {
        #expect(redacted(text) == "[phone]")
        #expect(redacted("call \(text), please") == "call [phone], please")
    }

    @Test(arguments: [
        "In 2024 and 2025", "2024-05-01", "01.02.2024", "01-02-2024 10:30", "05/01/2024 12 30", "the score was 21-15, 21-18", "¥1,000,000", "$2,125,550,123",
        "10:30-11:45", "1990-2000",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "3.14159265358979", "0.123456789", "ISBN 978-4-00-310101-8", "ISBN 0306406152", "第12回", "1 000 000 000",
        "100 200 3000", "2147483647",
        "令和6年5月1日", "15000000000", "version 10.15.7", "A4 210 x 297", "1-2-3", "24/7", "9-11", "二〇二四年", "1234567890123456", "1/2/3 4/5/6", "12 34 56",
        "lottery 03 17 22 28 31 40", "2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40", "0 1 1 2 3 5 8 13 21 34 55 89 144 233 377 610",
    ])
    func `years, prices, dates, times and scores are none`(text: String) { #expect(redacted(text) == text) }

    @Test(arguments: ["phone 5551234", "電話番号は1234567です", "call me at 555 1234", "Telefon: 4711 0815"])
    func `a short number is a telephone's when a word before it says so`(text: String) { #expect(redacted(text).contains("[phone]")) }

    @Test(arguments: [
        "4111 1111 1111 1111", "4111111111111111", "4111-1111-1111-1111", "5555 5555 5555 4444", "3782 822463 10005", "378282246310005", "6011 1111 1111 1117",
        "3530 1113 3330 0000",
        "3056 930902 5904", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "４１１１　１１１１　１１１１　１１１１", "2223 0031 2200 3222", "6200 0000 0000 0005",
    ])
    func `a card is found in any grouping`(text: String) { #expect(redacted("(\(text))") == "([card])") }

    @Test(arguments: ["4111 1111 1111 1112", "1234 5678 9012 3452", "9111 1111 1111 1111", "4111 1111 1111"])
    func `digits without the check digit, the prefix or the length are no card`(text: String) { #expect(!redacted(text).contains("[card]")) }

    @Test(arguments: [
        "DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "fr14 2004 1010 0505 0001 3m02 606", "NL91ABNA0417164300",
    ])
    func `an international account is found`(text: String) { #expect(redacted("to \(text).") == "to [iban].") }

    @Test(arguments: ["DE89 3704 0044 0532 0130 01", "DE89 3704 0044", "XX89 3704 0044 0532 0130 00"])
    func `an account with a wrong check or length is none`(text: String) { #expect(!redacted(text).contains("[iban]")) }

    @Test(arguments: [
        "123-45-6789", "1234-5678-9018", "ssn 123456789", "マイナンバーは123456789018", "12345678Z", "X1234567L", "11010519491231002X", "110105194912310003",
        "900101-1234567",
        "1 85 05 78 006 084 91", "185057800608491", "86 095 742 719", "Steuer-ID 86095742719", "123.456.789-09", "AB123456C", "12345678-Z",
    ])
    func `a national number is found by its check`(text: String) { #expect(redacted(text).contains("[national-number]"), "\(redacted(text))") }

    @Test(arguments: [
        "000-45-6789", "666-45-6789", "923-45-6789", "123-00-6789", "1234-5678-9012", "12345678A", "110105194912310023", "901301-1234567", "86 095 742 710",
        "123.456.789-00",
    ])
    func `a national number with a wrong check is none`(text: String) { #expect(!redacted(text).contains("[national-number]"), "\(redacted(text))") }

    @Test(arguments: [
        ("I live at 123 Main St, Springfield, IL 62704.", "I live at [address]."), ("Send it to 1600 Pennsylvania Avenue NW", "Send it to [address] NW"),
        ("my address is 742 evergreen terrace, Springfield", "my address is [address]"), ("〒150-0041 東京都渋谷区神南1-19-11です", "[address]です"),
        ("東京都港区六本木6丁目10番1号に住んでいます", "[address]に住んでいます"),
        ("住所は大阪府大阪市北区梅田３−１−３です", "住所は[address]です"), ("Ich wohne in der Hauptstraße 5.", "Ich wohne in der [address]."),
        ("Lindenallee 12, 10115 Berlin", "[address]"),
        ("J'habite 12 rue de la Paix, 75002 Paris.", "J'habite [address]."), ("Vivo en Calle Mayor 5, 28013 Madrid", "Vivo en [address]"),
        ("北京市朝阳区建国路88号", "[address]"),
        ("서울특별시 강남구 테헤란로 152", "서울특별시 [address]"), ("Main St. 5", "Main St. 5"),
    ])
    func `an address is found`(text: String, expected: String) { #expect(redacted(text) == expected) }

    @Test(arguments: [
        "There are 20 houses on my street.", "It is a 5 minutes drive.", "In 2024 the road was closed.", "I walked 10 km along the road.", "渋谷区には5つの駅がある",
        "東京都の人口は1400万人です", "港区に3-4回行った",
        "この町に2024年に来た", "10 people on the way", "Platz 3", "5 Sterne", "I have 2 dogs and a court case", "市場で100円",
    ])
    func `a number near a street is none`(text: String) { #expect(redacted(text) == text) }

    @Test(arguments: [
        "AKIAIOSFODNN7EXAMPLE", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "xoxb-123456789012-abcdef", "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
        "AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
    ])
    func `a token or a key is found by its form`(text: String) { #expect(redacted("it is \(text) .") == "it is [credential] .") }

    @Test(arguments: [
        "password: hunter2", "my password is Tr0ub4dor", "パスワードはsakura123です", "api_key=abcdef", "api key: 9f8e7d6c5b", "暗証番号は1234です", "Passwort: geheim99",
        "mot de passe : abc123!", "密码是abc12345",
        "postgres://user:secret@db.internal/x", "aws secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "export DB_PASSWORD='s3cr3t!'", "PIN is 4921",
        "token = \"abcdefgh\"",
    ])
    func `a secret is found behind its word`(text: String) { #expect(redacted(text).contains("[credential]"), "\(redacted(text))") }

    @Test(arguments: [
        "How do I say password in Japanese?", "The password is wrong.", "Password: a secret word", "I forgot my password again.", "パスワードは日本語で何ですか",
        "パスワードを忘れました", "What is a secret? 秘密 means secret.",
        "password must contain 8-16 characters", "The key is important.", "token of love", "ski-lift", "the phone is ringing", "sk-", "パスポートを見せてください",
    ])
    func `the word for a secret is none`(text: String) { #expect(redacted(text) == text) }

    @Test(arguments: [
        "My passport number is TK1234567", "口座番号は1234567です", "account number: 000123456789", "my student ID is 20231234", "driver's license D1234567",
        "CVV 123",
    ])
    func `a number behind the word for an account is found`(text: String) { #expect(redacted(text).contains("[account]"), "\(redacted(text))") }

    @Test func `one finding is told for each kind`() {
        let data = PersonalData(in: "a@b.de, c@d.de and 090-1234-5678")
        #expect(data.findings == [PersonalData.Kind.email.finding, PersonalData.Kind.phone.finding])
        #expect(data.findings.allSatisfy { $0.family == .personalData })
    }

    @Test func `invisible characters do not hide a number`() { #expect(redacted("x 41\u{200B}11 1111\u{200D} 1111 11\u{FEFF}11 y") == "x [card] y") }

    @Test func `marks stand where the data stood, whatever stands around`() {
        #expect(redacted("😀 私の番号は０９０－１２３４－５６７８、メールはa@b.jp。") == "😀 私の番号は[phone]、メールは[e-mail]。")
    }

    @Test(arguments: ["", "@", "+", "(", "-----BEGIN", "〒", "区", "1", "a1", "DE", "eyJ", "password:", "password", "://", "1 Main", "5 ", "12 rue", "calle "])
    func `a candidate at the end of the text is read no further`(text: String) { #expect(redacted(text) == text) }

    @Test func `any cut of a text is read`() {
        let text =
            "〒150-0041 東京都渋谷区神南1-19-11 +81 90-1234-5678 password: x1y2z3 a@b.de DE89 3704 0044 0532 0130 00 eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN 12 rue de la Paix ０"
        for count in 0...text.count { #expect(!redacted(String(text.prefix(count))).contains("x1y2z3")) }
    }
}
