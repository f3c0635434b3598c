"""Numbers with counters, and what the sounds of both become: 三本 さんぼん, 六匹 ろっぴき, 二十歳 はたち."""

UNITS = dict(zip("一二三四五六七八九", "いち に さん よん ご ろく なな はち きゅう".split(), strict=True))
NUMERALS = UNITS | {"十": "じゅう", "百": "ひゃく", "千": "せん", "万": "まん", "何": "なん"}
# Multiples that change the sound inside the number itself.
MULTIPLES = {"三百": "さんびゃく", "六百": "ろっぴゃく", "八百": "はっぴゃく", "何百": "なんびゃく", "三千": "さんぜん", "八千": "はっせん", "何千": "なんぜん"}
# The numerals whose last sound is doubled before a consonant: いち → いっ, じゅう → じゅっ, ひゃく → ひゃっ.
DOUBLING = {"k": "一六八十百", "s": "一八十", "t": "一八十", "h": "一六八十百", "": ""}
VOICED = str.maketrans("かけさしすせそはひふへほ", "がげざじずぜぞばびぶべぼ")
HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")

# Written forms; reading; the consonant that doubles; after which numerals the reading is voiced (ぼん), after which half voiced (ぷん).
COUNTERS = (
    ("本", "ほん", "h", "三千万何", ""), ("匹", "ひき", "h", "三千万何", ""), ("杯", "はい", "h", "三千万何", ""), ("票", "ひょう", "h", "三千万何", ""),
    ("分", "ふん", "h", "", "三四千何"), ("分間", "ふんかん", "h", "", "三四千何"), ("分前", "ふんまえ", "h", "", "三四千何"),
    ("分後", "ふんご", "h", "", "三四千何"), ("泊", "はく", "h", "", "三四千何"), ("発", "はつ", "h", "", "三四千何"), ("歩", "ほ", "h", "", "三千何"),
    ("回", "かい", "k", "", ""), ("個", "こ", "k", "", ""), ("階", "かい", "k", "三", ""), ("軒", "けん", "k", "三千何", ""), ("件", "けん", "k", "", ""),
    ("曲", "きょく", "k", "", ""), ("巻", "かん", "k", "", ""), ("校", "こう", "k", "", ""), ("か月 ヶ月 カ月 ヵ月", "かげつ", "k", "", ""),
    ("か国 ヶ国 カ国 ヵ国", "かこく", "k", "", ""), ("か所 ヶ所 カ所 ヵ所", "かしょ", "k", "", ""),
    ("歳 才", "さい", "s", "", ""), ("冊", "さつ", "s", "", ""), ("足", "そく", "s", "三千何", ""), ("隻", "せき", "s", "", ""),
    ("週間", "しゅうかん", "s", "", ""),
    ("頭", "とう", "t", "", ""), ("着", "ちゃく", "t", "", ""), ("通", "つう", "t", "", ""), ("点", "てん", "t", "", ""),
    ("枚", "まい", "", "", ""), ("台", "だい", "", "", ""), ("年", "ねん", "", "", ""), ("円", "えん", "", "", ""), ("人", "にん", "", "", ""),
    ("名", "めい", "", "", ""), ("時", "じ", "", "", ""), ("時半", "じはん", "", "", ""),
    ("時間", "じかん", "", "", ""), ("番", "ばん", "", "", ""), ("番目", "ばんめ", "", "", ""),
    ("度", "ど", "", "", ""), ("秒", "びょう", "", "", ""), ("倍", "ばい", "", "", ""), ("月", "がつ", "", "", ""), ("日", "にち", "", "", ""),
    ("羽", "わ", "", "", ""), ("年生", "ねんせい", "", "", ""), ("人前", "にんまえ", "", "", ""),
)
# The numerals that are said otherwise before these.
OTHERWISE = {
    "年": {"四": "よ"}, "年生": {"四": "よ"}, "人": {"四": "よ"}, "人前": {"四": "よ"},
    "時": {"四": "よ", "七": "しち", "九": "く"}, "時半": {"四": "よ", "七": "しち", "九": "く"}, "時間": {"四": "よ", "九": "く"},
    "月": {"四": "し", "七": "しち", "九": "く"}, "日": {"七": "しち", "九": "く"},
}
DAYS = dict(zip("二三四五六七八九十", "ふつか みっか よっか いつか むいか なのか ようか ここのか とおか".split(), strict=True))
# Words that follow no rule.
IRREGULAR = {f"{number}日": reading for number, reading in DAYS.items()} | {
    "一人": "ひとり", "二人": "ふたり", "二十歳": "はたち", "十四日": "じゅうよっか", "二十日": "はつか", "二十四日": "にじゅうよっか",
    "十分": "じゅうぶん",
}


MONTHS = [*UNITS, "十", "十一", "十二"]
HOURS = [*MONTHS, *(f"十{unit}" for unit in "三四五六七八九"), "二十", *(f"二十{unit}" for unit in "一二三四")]


def counted():
    """Every number with every counter → its reading, and the numbers that change within themselves."""
    found = dict(MULTIPLES)
    for writings, *sounds in COUNTERS:
        for counter in writings.split():
            found |= {number + counter: with_counter(number, counter, *sounds) for number in numbers()}
    # Alone, 一日 is one day, and 十分 is enough.
    found |= {f"{month}月一日": found[f"{month}月"] + "ついたち" for month in MONTHS}
    found |= {f"{number}時十分": found[f"{number}時"] + "じゅっぷん" for number in HOURS}
    return found | IRREGULAR


def numbers():
    tens = ["十", *(unit + "十" for unit in list(UNITS)[1:])]
    for beginning in ["", *tens]:
        yield from (beginning + unit for unit in UNITS)
    for power in "十百千":
        yield from (unit + power for unit in ["", *list(UNITS)[1:], "何"])
    yield from ["万", "一万", "何"]


def number_reading(number):
    return MULTIPLES.get(number) or "".join(NUMERALS[numeral] for numeral in number)


def with_counter(number, counter, reading, consonant, voicing, half_voicing):
    spoken, last = number_reading(number), number[-1]
    if special := OTHERWISE.get(counter, {}).get(last):
        spoken = spoken.removesuffix(NUMERALS[last]) + special
    doubled = last in DOUBLING[consonant]
    if doubled:
        spoken = spoken[:-1] + "っ"
    if doubled and consonant == "h" or last in half_voicing:
        return spoken + reading[0].translate(HALF_VOICED) + reading[1:]
    return spoken + (reading[0].translate(VOICED) if last in voicing else reading[0]) + reading[1:]
