"""Which common entries MeCab misreads, and how they stand in a user dictionary."""

import re

import inflection
from mecab import analyse, hiragana, reading
from tags import PART_BITS, REGISTER_BITS
from word import plain_word

KANJI = re.compile("[㐀-鿿々〆]")
# The part of speech that MeCab takes a word for, by the first of these tags that it has.
FEATURES = {
    "vs": "名詞,サ変接続", "adj-na": "名詞,形容動詞語幹", "pn": "名詞,代名詞,一般", "n-t": "名詞,副詞可能", "n": "名詞,一般", "suf": "名詞,接尾,一般",
    "conj": "接続詞", "adv": "副詞,一般", "adv-to": "副詞,一般", "adj-pn": "連体詞", "int": "感動詞", "exp": "感動詞",
}
# Surnames and places, which are right as MeCab reads them: 上田, 青梅.
NAMES = ("名詞,固有名詞,人名,姓", "名詞,固有名詞,地域")
PARTICLES = "はにのもでとてかを"
# Ours, where the sources leave it open or MeCab's own entries tip over.
REVIEWED = {
    "何です": "なんです", "何でし": "なんでし", "何でしょ": "なんでしょ", "何だ": "なんだ", "何だろ": "なんだろ", "何の": "なんの", "何と": "なんと",
    "何て": "なんて", "何で": "なんで", "何でも": "なんでも", "この頃": "このごろ", "日本中": "にほんじゅう", "預かり所": "あずかりじょ",
    "空室": "くうしつ", "台詞": "せりふ", "神輿": "みこし", "夜中": "よなか", "宝物": "たからもの", "明後日": "あさって", "何曜日": "なんようび",
    "夜": "よる", "大勢": "おおぜい", "剃る": "そる", "被る": "かぶる", "居る": "いる", "毛": "け",
}


def misread(rows, taken):
    """The words that cure them; `taken` are written forms that are cured elsewhere."""
    attested, common = {}, {}
    for row in rows:
        written = row.entry.written
        attested.setdefault(written, set()).add(hiragana(row.entry.reading))
        if row.entry.common and KANJI.search(written):
            common.setdefault(written, []).append(row)
    for (written, found), morphemes in zip(common.items(), analyse(common), strict=True):
        entry = None if written in taken or written in REVIEWED else cure(found, morphemes, attested[written])
        if entry:
            yield from words(entry, attested)
    yield from (word for written, kana in REVIEWED.items() for word in reviewed(written, kana, rows, attested))


def reviewed(written, kana, rows, attested):
    """Verbs with all their forms."""
    inflected = [row.entry for row in rows if (row.entry.written, row.entry.reading) == (written, kana) and parts(row.entry) & inflection.INFLECTED]
    return words(inflected[0], attested) if inflected else [plain_word(written, "名詞,一般", kana)]


def cure(rows, morphemes, attested):
    """The entry whose reading is to be, if MeCab's is wrong."""
    found, entry = reading(morphemes), rows[0].entry
    if found in {hiragana(row.entry.reading) for row in rows} or len(entry.written) == 1 and usually_kana(entry):
        return None
    # Two sources agree against MeCab.
    for row in rows:
        if row.preferred:
            return row.entry
    return None if len(rows) > 1 or found in attested or may_be_right(entry, morphemes) else entry


def may_be_right(entry, morphemes):
    """Whether MeCab's reading, which the dictionary does not have, is yet another word: a name, a phrase, a verb's form."""
    if len(morphemes) > 1:
        return entry.written[-1] in PARTICLES
    inflected = parts(entry) & inflection.INFLECTED and not usually_kana(entry)
    return entry.written[-1] in PARTICLES or morphemes[0].features.startswith(NAMES if inflected else (*NAMES, "動詞", "形容詞"))


def usually_kana(entry):
    return entry.senses[0].registers & REGISTER_BITS["uk"]


def parts(entry):
    bits = 0
    for sense in entry.senses:
        bits |= sense.parts
    return bits


def words(entry, attested):
    bits = parts(entry)
    if bits & inflection.INFLECTED and not bits & PART_BITS["exp"]:
        for word in inflection.forms(entry, bits):
            # 千切り is せんぎり, though ちぎり is a form of 千切る.
            if word.surface not in attested or hiragana(word.reading) in attested[word.surface]:
                yield word
    else:
        yield from as_one_word(entry)


def as_one_word(entry):
    bits = parts(entry)
    features = next((features for tag, features in FEATURES.items() if bits & PART_BITS[tag] == PART_BITS[tag]), None)
    if features:
        yield plain_word(entry.written, features, entry.reading, bits & (PART_BITS["exp"] | PART_BITS["int"] | PART_BITS["conj"]))
