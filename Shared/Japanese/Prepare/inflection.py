"""The forms of a verb or adjective, after those of one that IPADIC has."""

from functools import cache

from ipadic import SOURCE
from tags import PART_BITS
from word import Word, katakana, pronounced

# By the last kana: the model, its stem, and how that is read.
GODAN = {
    "く": "書く 書 カ", "ぐ": "泳ぐ 泳 オヨ", "す": "話す 話 ハナ", "つ": "待つ 待 マ", "ぬ": "死ぬ 死 シ", "ぶ": "遊ぶ 遊 アソ", "む": "読む 読 ヨ",
    "る": "取る 取 ト", "う": "買う 買 カ",
}
ICHIDAN = "食べる 食べ タベ"
ADJECTIVE, ADJECTIVE_SHII = "高い 高 タカ", "美しい 美し ウツクシ"
INFLECTED = PART_BITS["v1"] | PART_BITS["v5r"] | PART_BITS["adj-i"]


def forms(entry, parts):
    """Every form of the entry as a word; none of one that does not end as it is read."""
    last = entry.reading[-1]
    if entry.written[-1] != last:
        return
    if parts & PART_BITS["adj-i"]:
        rows = inflections("Adj.csv", ADJECTIVE_SHII if entry.reading.endswith("しい") else ADJECTIVE)
    else:
        rows = inflections("Verb.csv", ICHIDAN if parts & PART_BITS["v1"] else GODAN[last])
    stem, kana = entry.written[:-1], katakana(entry.reading[:-1])
    for ending, ending_reading, features in rows:
        # A bare stem (高, 取) is one character in many words.
        if ending or parts & PART_BITS["v1"]:
            yield Word(stem + ending, features, entry.written, kana + ending_reading, pronounced(kana) + ending_reading, True)


@cache
def inflections(file, model):
    """What follows the stem of the model in each of its forms, how that is read, and the form's features."""
    base, stem, stem_reading = model.split()
    with (SOURCE / file).open(encoding="euc_jp") as lines:
        rows = [line.rstrip("\n").split(",") for line in lines if f",{base}," in line]
    return [
        (row[0].removeprefix(stem), row[11].removeprefix(stem_reading), ",".join(row[4:10]))
        for row in rows
        if row[10] == base and row[0].startswith(stem) and row[11].startswith(stem_reading)
    ]
