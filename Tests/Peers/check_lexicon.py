#!/usr/bin/env python3
"""Holds the topic lexicon against EDICT and each entry against itself: reading, meaning and type are attested, the example contains it and is read as written.

    apt-get install edict
    python3 Tests/Peers/check_lexicon.py [path/to/topics.txt]

Prints every disagreement and exits 1 if there is one; exits 2 when EDICT is not installed.
Before it judges anything it proves itself on samples that must fail.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import checking
from attestation import hiragana, spelled, stems

LEXICON = Path(__file__).resolve().parents[2] / "Shared/Japanese/Lexicon/topics.txt"
LEAST_TOPICS, LEAST_WORDS, LEAST_DIFFERENT, EXAMPLE_LENGTH = 44, 25, 900, range(6, 26)

# The closed list of types, each with the tags by which EDICT knows it. An expression may be tagged as anything.
TYPES = {
    "noun": r"n|n-.*|adj-no|vs|suf|pref|pn",
    "verb": r"v.*",
    "i-adjective": r"adj-i|adj-ix",
    "na-adjective": r"adj-na",
    "adverb": r"adv.*|n-adv|n-t",
    "expression": r".*",
    "numeral": r"num|n|pref",
    "pronoun": r"pn|adj-pn|n",
    "particle": r"prt|conj",
    "counter": r"ctr|n|suf|n-suf",
    "conjunction": r"conj|exp",
    "interjection": r"int|exp|adv",
}
ENDS = {"verb": "うくぐすつぬぶむる", "i-adjective": "い"}
FORMALITIES = {"neutral", "polite", "humble", "honorific", "casual"}

# What EDICT does not list whole: its pieces, each attested with its reading, or an ending.
PIECES = {"お疲れ様でした": [("お疲れ様", "おつかれさま"), ("でした", "でした")]}
ENDINGS = {"でした"}  # the past of です

# Right by hand though EDICT words them otherwise: the written form and the sense.
REVIEWED: set[tuple[str, str]] = {
    ("おじいさん", "old man"),
    ("お疲れ様でした", "thank you for your hard work"),
    ("亡くなる", "to pass away"),
    ("家", "home"),
    ("拝見する", "to see"),
    ("サッカー", "football"),
    ("や", "and (among others)"),
    ("か", "question marker"),
}

KANJI = "[㐀-鿿々〆ヶ]"
JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー㐀-鿿々〆、。？！「」・]+")
KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")
READING = re.compile(r"[ぁ-ゖァ-ヺー、。？！「」・]+")


@dataclass
class Word:
    japanese: str
    reading: str
    gloss: str
    type: str
    formality: str
    example: str
    example_reading: str
    example_english: str
    romaji: str | None = None

    def __post_init__(self):
        """Behind its kana may stand how the word is written in Latin letters."""
        if "/" in self.reading:
            self.reading, self.romaji = self.reading.split("/", 1)


@dataclass
class Topic:
    id: str
    names: list[str]
    words: list[Word] = field(default_factory=list)


def parse(text):
    """The topics of the file, and what in it is neither a comment, a topic, names nor a word."""
    topics, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# topic "):
            topics.append(Topic(line.removeprefix("# topic "), []))
        elif not line or line.startswith("#"):
            continue
        elif line.startswith("= ") and topics and not topics[-1].names and line.count(" | ") == 2:
            japanese, english, further = line.removeprefix("= ").split(" | ")
            topics[-1].names = [japanese, english, *further.split(", ")]
        elif line.count("|") == 7 and topics and topics[-1].names:
            topics[-1].words.append(Word(*line.split("|")))
        else:
            problems.append(f"line {number} is none of the format's: {line}")
    return topics, problems


def problems_of_topics(topics):
    if len(topics) < LEAST_TOPICS:
        yield f"{len(topics)} topics, fewer than {LEAST_TOPICS}"
    if (different := len({word.japanese for topic in topics for word in topic.words})) < LEAST_DIFFERENT:
        yield f"{different} different words, fewer than {LEAST_DIFFERENT}"
    owners, types = {}, {}
    for topic in topics:
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", topic.id):
            yield f"{topic.id}: not small letters and hyphens"
        if not topic.names or any(name != name.strip() or not name for name in topic.names):
            yield f"{topic.id}: its names are incomplete"
        if len(topic.words) < LEAST_WORDS:
            yield f"{topic.id}: {len(topic.words)} words, fewer than {LEAST_WORDS}"
        for name in {topic.id, *(name.lower() for name in topic.names)}:
            if owners.setdefault(name, topic) is not topic:
                yield f"{topic.id}: its name {name!r} is also that of {owners[name].id}"
        if len({name.lower() for name in topic.names}) != len(topic.names):
            yield f"{topic.id}: a name stands twice"
        seen = set()
        for word in topic.words:
            if word.japanese in seen:
                yield f"{topic.id}: {word.japanese} stands twice"
            seen.add(word.japanese)
            here, key = (word.type, word.formality), (word.japanese, word.reading, word.gloss)
            if types.setdefault(key, here) != here:
                yield f"{topic.id}: {word.japanese} is {' and '.join(here)} here, {' and '.join(types[key])} elsewhere"


def problems_of_form(word):
    if any(not value or value != value.strip() for name, value in vars(word).items() if (name, value) != ("romaji", None)):
        yield "a field is empty or padded"
    if word.type not in TYPES:
        yield f"no such type: {word.type}"
    if word.type in ENDS and word.japanese[-1:] not in ENDS[word.type]:
        yield f"a {word.type} ends in {ENDS[word.type]}"
    if word.formality not in FORMALITIES:
        yield f"no such formality: {word.formality}"
    if not 1 <= len(word.gloss.split("; ")) <= 3:
        yield "a gloss has one to three senses"
    if not KANA.fullmatch(word.reading) or not READING.fullmatch(word.example_reading):
        yield "a reading is written in kana"
    if word.romaji is not None and not (re.fullmatch("[a-z']+( [a-z']+)*", word.romaji) and word.romaji.replace(" ", "") in spelled(word.reading)):
        yield f"{word.romaji} is not {word.reading} in Latin letters"
    if not JAPANESE.fullmatch(word.japanese) or not JAPANESE.fullmatch(word.example):
        yield "not Japanese throughout"
    if not word.example_english.isascii() or not word.gloss.isascii():
        yield "the English is not plain letters"
    if word.example[-1:] not in "。？！」" or word.example_english[-1:] not in ".?!\"":
        yield "an example ends with its stop"
    if len(word.example) not in EXAMPLE_LENGTH:
        yield f"its example has {len(word.example)} characters"


def attested(word, edict):
    """EDICT's glosses of the written form under this reading: a noun with する also under the noun, what stands in PIECES under its pieces."""
    if word.japanese in PIECES:
        pieces = PIECES[word.japanese]
        joined = ("".join(piece for piece, _ in pieces), "".join(reading for _, reading in pieces))
        known = all(piece in ENDINGS or (hiragana(piece), hiragana(reading)) in edict.entries for piece, reading in pieces)
        return [gloss for piece, reading in pieces for gloss in edict.entries.get((hiragana(piece), hiragana(reading)), [])] \
            if known and joined == (word.japanese, word.reading) else None
    found = edict.entries.get((hiragana(word.japanese), hiragana(word.reading)))
    if not found and word.type == "verb" and word.japanese.endswith("する"):
        found = edict.entries.get((hiragana(word.japanese[:-2]), hiragana(word.reading[:-2])))
    return found


def shared(sense, glosses):
    """Whether the two share a word that carries meaning; of "to be" or "and", which have none, whether the one says the other."""
    return stems(sense) & stems(glosses) if stems(sense) else re.search(rf"\b{re.escape(sense)}\b", glosses)


def problems_of_attestation(word, edict):
    glosses = attested(word, edict)
    if not glosses:
        readings = sorted(edict.readings.get(hiragana(word.japanese), ()))
        yield f"read {word.reading}, but EDICT reads {readings}" if readings else "not in EDICT"
        return
    for sense in word.gloss.split("; "):
        if not shared(sense, " ".join(glosses)) and (word.japanese, sense) not in REVIEWED:
            yield f"{sense!r} shares no word with EDICT's glosses: {' '.join(glosses)[:160]}"
    tags = {tag for gloss in glosses for group in re.findall(r"\(([^)]*)\)", gloss) for tag in group.split(",")}
    if not any(re.fullmatch(TYPES.get(word.type, ""), tag) for tag in tags):
        yield f"a {word.type}, which EDICT does not tag it: {' '.join(glosses)[:80]}"


def stem(word):
    """What stays of a word in every inflected form, with the readings it may have: 食べる is 食べ, 来る is 来 (き, く or こ), 喉が渇く is 喉が渇."""
    written, reading = word.japanese, word.reading
    if written.endswith(("来る", "くる")) and reading.endswith("くる"):
        return written.removesuffix("る").removesuffix("く"), [reading[:-2] + kana for kana in "きくこ"]
    if word.type == "verb" and written.endswith("する"):
        return written[:-2], [reading[:-2]]
    if word.type == "i-adjective" and reading == "いい":
        return written[:-2], [""]
    if word.type in {"verb", "i-adjective"} or (word.type == "expression" and re.fullmatch(".+[がをに].+[うくぐすつぬぶむるい]", written)):
        return written[:-1], [reading[:-1]]
    return written, [reading]


def pattern(sentence):
    """What a reading of this text looks like: its kana as they stand, up to five kana for each kanji."""
    return re.sub(KANJI + "+", lambda run: f"[ぁ-ゖー]{{{len(run[0])},{5 * len(run[0])}}}", re.escape(sentence))


def problems_of_example(word):
    if not re.fullmatch(pattern(word.japanese), word.reading):
        yield f"the kana of {word.reading} are not those that are written"
    if not re.fullmatch(pattern(word.example), word.example_reading):
        yield f"the kana of {word.example_reading} are not those of {word.example}"
    written, readings = stem(word)
    places = [match.start() for match in re.finditer(re.escape(written), word.example)]
    if not places:
        yield f"{written} is not in {word.example}"
    elif not any(re.fullmatch(pattern(word.example[:place]) + re.escape(reading) + pattern(word.example[place + len(written):]), word.example_reading)
                 for place in places for reading in readings):
        yield f"{written} is not read {' or '.join(readings)} in {word.example_reading}"


def problems_of(word, edict):
    for problem in (*problems_of_form(word), *problems_of_attestation(word, edict), *problems_of_example(word)):
        yield f"{word.japanese}: {problem}"


SOUND = "猫|ねこ|cat|noun|neutral|庭に猫がいます。|にわにねこがいます。|There is a cat in the garden."
UNSOUND = {
    "a wrong reading": SOUND.replace("ねこ", "いぬ"),
    "Latin letters that are not its kana's": SOUND.replace("ねこ|", "ねこ/inu|"),
    "Latin letters with two spaces": SOUND.replace("ねこ|", "ねこ/ne  ko|"),
    "no Latin letters where there should be some": SOUND.replace("ねこ|", "ねこ/|"),
    "a wrong meaning": SOUND.replace("|cat|", "|dog|"),
    "one wrong meaning of two": SOUND.replace("|cat|", "|cat; dog|"),
    "a word that nobody knows": SOUND.replace("猫", "猫猫").replace("ねこ", "ねこねこ"),
    "a type outside the list": SOUND.replace("noun", "name"),
    "a type that the word is not": SOUND.replace("noun", "na-adjective"),
    "a noun that is no verb without する": "勉強|べんきょう|to study|verb|neutral|毎晩勉強します。|まいばんべんきょうします。|I study every evening.",
    "a formality outside the list": SOUND.replace("neutral", "rude"),
    "an empty field": SOUND.replace("にわにねこがいます。", ""),
    "an example without the word": SOUND.replace("庭に猫が", "庭に犬が"),
    "an example in which the word is read otherwise": SOUND.replace("にわにねこが", "にわにいぬが"),
    "an example whose reading has other kana": SOUND.replace("ねこがいます", "ねこがあります"),
    "an example whose reading has a kanji": SOUND.replace("にわに", "庭に"),
    "an example that is too short": SOUND.replace("庭に猫がいます。", "猫だ。").replace("にわにねこがいます。", "ねこだ。"),
    "a stem that is not in the example": "食べる|たべる|to eat|verb|neutral|毎日ご飯を炊きます。|まいにちごはんをたきます。|I cook rice every day.",
    "a particle written as it sounds": SOUND.replace("庭に猫が", "猫は庭に").replace("にわにねこが", "ねこわにわに"),
}
TWO_TOPICS = "# topic pets\n= ペット | Pets | cats\n{0}\n{0}\n# topic animals\n= 動物 | Animals | Cats\n"


def prove_itself(edict):
    def judged(line):
        topics, problems = parse("# topic pets\n= ペット | Pets | cats\n" + line)
        return problems + [problem for word in topics[0].words for problem in problems_of(word, edict)]

    if problems := judged(SOUND):
        sys.exit(f"the check is broken: it finds in a sound line {problems}")
    for fault, line in UNSOUND.items():
        if line == SOUND or not judged(line):
            sys.exit(f"the check is broken: {fault} passed: {line}")
    found = " ".join(problems_of_topics(parse(TWO_TOPICS.format(SOUND))[0]))
    for expected in ("2 topics, fewer", "1 different words, fewer", "pets: 2 words", "animals: 0 words", "猫 stands twice", "'cats' is also that of pets"):
        if expected not in found:
            sys.exit(f"the check is broken: not found: {expected}")
    if not parse("猫|ねこ")[1] or not parse("# topic pets\n= ペット | Pets\n")[1]:
        sys.exit("the check is broken: it reads lines that are not of the format")


def judge(text, edict):
    topics, problems = parse(text)
    problems += problems_of_topics(topics)
    problems += [f"{topic.id}: {problem}" for topic in topics for word in topic.words for problem in problems_of(word, edict)]
    words = [word.japanese for topic in topics for word in topic.words]
    return f"{len(topics)} topics, {len(words)} entries, {len(set(words))} different words", problems


if __name__ == "__main__":
    sys.exit(checking.run(LEXICON, prove_itself, judge))
