/// International bank account numbers. Source: ISO 13616, SWIFT's registry of lengths.
enum IBAN {
    private static let lengths = """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 \
        GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 \
        PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
        """
    private static let lengthOfCountry: [UInt16: Int] = Dictionary(
        uniqueKeysWithValues: lengths.split(separator: " ").map { entry in
            let bytes = Array(entry.utf8)
            return (UInt16(bytes[0]) << 8 | UInt16(bytes[1]), Int(bytes[2] - 0x30) * 10 + Int(bytes[3] - 0x30))
        })

    /// The end of the number that begins here; spaces or hyphens may stand between its groups.
    static func end(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 14 < bytes.count, bytes[start].isLetter, bytes[start + 1].isLetter, bytes[start + 2].isDigit, bytes[start + 3].isDigit else { return nil }
        let country = UInt16(bytes[start].lowercased - 0x20) << 8 | UInt16(bytes[start + 1].lowercased - 0x20)
        guard let length = lengthOfCountry[country] else { return nil }
        var place = start, kept: [UInt8] = []
        while place < bytes.count, kept.count < length {
            if bytes[place].isAlphanumeric { kept.append(bytes[place].lowercased) } else if !isGap(bytes, place) { return nil }
            place += 1
        }
        guard kept.count == length, place == bytes.count || !bytes[place].isAlphanumeric, remainder(kept) == 1 else { return nil }
        return place
    }

    private static func isGap(_ bytes: [UInt8], _ place: Int) -> Bool {
        (bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "-")) && bytes[place - 1].isAlphanumeric
    }

    /// Of 97, with the first four characters last and letters as 10 to 35.
    private static func remainder(_ kept: [UInt8]) -> Int {
        (kept.dropFirst(4) + kept.prefix(4)).reduce(0) { sum, byte in
            byte.isDigit ? (sum * 10 + Int(byte - 0x30)) % 97 : (sum * 100 + Int(byte - 0x61) + 10) % 97
        }
    }
}
