/// Letters of other alphabets that look like Latin ones, and Latin ones with marks: what each one is read as. For detection only.
struct Lookalikes: Sendable {
    static let shared = Lookalikes()

    /// U+00C0–U+024F: the letter without its marks; `.` where there is none.
    private static let latin: StaticString = """
        aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk.llllllllllnnnnnn.nnoooooooo\
        rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs.b.....ccdd...eeeffg...ikkl...nooo..pp......tt.uu.vyyzz.............dddlllnnnaaiioouuuuuuuuuueaaaa..ggggkk\
        oooo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hhn...zzaaeeooooooooyy.......ccl.s....u.......rryy
        """
    /// U+1E00–U+1EFF.
    private static let latinAdditional: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzht\
        wyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """
    /// Of other alphabets: a Latin letter, then what looks like it.
    private static let others = [
        "aаαɑАΑᴀɐ", "bВΒьЬʙвᏴ", "cсСϲⅽᴄɔᏟ", "dԁⅾᴅժᎠ", "eеЕΕєεҽᴇәӘΣЭǝᎬ", "fϝғꜰֆɟᎰ", "gɡԍɢցᏀ", "hһНΗհʜнɥᎻ", "iіІΙιɩɪıӏӀїЇᴉᎥ", "jјЈϳᴊɾᎫ", "kкКΚκᴋʞᏦ",
        "lⅼʟԼլᏞ", "mмМΜᴍɯᎷ", "nпΝνηոռɴИиήᏁ", "oоОΟοσօᴏӨөΘθᎤ", "pрРΡρᴘքᏢ", "qԛգզ", "rгʀᴦяЯɹᏒ", "sѕЅꜱՏᏚ", "tтТΤτᴛʇᎢ", "uυսᴜцμ", "vѵѴᴠʋʌᏙ", "wԜԝшШωᴡɯʍᎳ",
        "xхХΧχ×", "yуУΥγүҮʏʎᎩ", "zᴢΖζᏃ",
    ]

    /// U+0250–U+058F, by place: 0 where nothing looks like it.
    private var near: [UInt8]
    private var far: [UInt32: UInt8] = [:]

    private init() {
        near = Array(repeating: 0, count: 0x590 - 0x250)
        for row in Self.others {
            var scalars = row.unicodeScalars
            let letter = UInt8(ascii: scalars.removeFirst())
            for scalar in scalars {
                if (0x250..<0x590).contains(scalar.value) { near[Int(scalar.value) - 0x250] = letter } else { far[scalar.value] = letter }
            }
        }
    }

    /// A Latin letter without its marks, U+00C0–U+024F and U+1E00–U+1EFF.
    func unmarked(_ scalar: UInt32) -> UInt8? {
        let (table, place) = scalar < 0x250 ? (Self.latin, Int(scalar) - 0xC0) : (Self.latinAdditional, Int(scalar) - 0x1E00)
        guard place >= 0, place < table.utf8CodeUnitCount else { return nil }
        let letter = table.utf8Start[place]
        return letter == UInt8(ascii: ".") ? nil : letter
    }

    /// Whether a letter is a Latin one upside down.
    func isTurned(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x250, 0x254, 0x1DD, 0x25F, 0x183, 0x265, 0x1D09, 0x27E, 0x29E, 0x26F, 0x279, 0x287, 0x28C, 0x28D, 0x28E: true
        default: false
        }
    }

    /// The Latin letter that a letter of another alphabet looks like.
    func latin(_ scalar: UInt32) -> UInt8? {
        if (0x250..<0x590).contains(scalar) {
            let letter = near[Int(scalar) - 0x250]
            return letter == 0 ? nil : letter
        }
        switch scalar {
        // Letters in filled circles and squares, and the letters that flags are made of.
        case 0x1F150...0x1F169: return UInt8(0x61 + scalar - 0x1F150)
        case 0x1F170...0x1F189: return UInt8(0x61 + scalar - 0x1F170)
        case 0x1F1E6...0x1F1FF: return UInt8(0x61 + scalar - 0x1F1E6)
        default: return far[scalar]
        }
    }
}
