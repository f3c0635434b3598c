"""dictionary.bin, read by a reader of its own: its form everywhere, and facts that every learner knows."""

import os
import struct
from itertools import pairwise
from pathlib import Path

import pytest
from dictionary_reader import BY_READING, ENTRIES, POSTINGS, RECORD_SIZES, SENSES, STRINGS, WORDS, Dictionary

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("JAPANESE_DATA", ROOT / ".local/japanese"))
UNKNOWN = 255


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary(DATA / "dictionary.bin")


def entry(dictionary, written, reading):
    [found] = [entry for entry in dictionary.look_up(written) if entry.reading == reading]
    return found


def test_the_header_says_what_the_file_is(dictionary):
    assert (dictionary.magic, dictionary.version, dictionary.size) == (b"JADICT\r\n", 1, len(dictionary.bytes))
    assert len(dictionary.sections) == 6


def test_sections_are_aligned_follow_each_other_and_fill_the_file(dictionary):
    end = 24 + 16 * 6
    for (offset, count), size in zip(dictionary.sections, RECORD_SIZES, strict=True):
        assert offset % 8 == 0
        assert 0 <= offset - end < 8
        end = offset + count * size
    assert 0 <= len(dictionary.bytes) - end < 8


def test_every_entry_of_edict_is_there_once(dictionary):
    with open("/usr/share/edict/edict", encoding="euc_jp") as lines:
        next(lines)
        expected = sorted(tuple(line.split(" /")[0].rstrip("]").split(" [")) for line in lines)
    found = [dictionary.entry(index) for index in range(dictionary.count(ENTRIES))]
    assert len(found) == 267_380
    assert sorted((each.written, each.reading) for each in found) == sorted((pair[0], pair[-1]) for pair in expected)
    assert sum(each.common for each in found) == 23_332
    assert sum(not each.senses for each in found) == 1


def test_entries_are_sorted_by_written_form_the_common_ones_first(dictionary):
    keys = [(dictionary.written(index), not dictionary.record(ENTRIES, "<30xB", index)[0] & 1) for index in range(dictionary.count(ENTRIES))]
    assert all(one <= next_one for one, next_one in pairwise(keys))


def test_the_index_by_reading_is_sorted_and_holds_every_entry_once(dictionary):
    indices = [dictionary.by_reading(place) for place in range(dictionary.count(BY_READING))]
    assert sorted(indices) == list(range(dictionary.count(ENTRIES)))
    assert all(dictionary.reading(one) <= dictionary.reading(next_one) for one, next_one in pairwise(indices))


def test_english_words_are_sorted_and_their_postings_lie_end_to_end(dictionary):
    words = [dictionary.word(index) for index in range(dictionary.count(WORDS))]
    assert all(one[0] < next_one[0] for one, next_one in pairwise(words))
    assert all(first + count == next_first for (_, first, count), (_, next_first, _) in pairwise(words))
    assert (words[0][1], words[-1][1] + words[-1][2]) == (0, dictionary.count(POSTINGS))


def test_every_offset_is_within_bounds(dictionary):
    numbers = range(dictionary.count(POSTINGS))
    assert max(dictionary.record(POSTINGS, "<I", number)[0] & (1 << 30) - 1 for number in numbers) < dictionary.count(ENTRIES)
    senses = [dictionary.sense(index) for index in range(dictionary.count(SENSES))]
    assert all(sense.parts and all(sense.glosses) for sense in senses)
    for index in range(dictionary.count(ENTRIES)):
        first, count = dictionary.record(ENTRIES, "<12xI8xH", index)
        assert first + count <= dictionary.count(SENSES)


def test_strings_are_text(dictionary):
    start, size = dictionary.sections[STRINGS]
    assert "\r" not in dictionary.bytes[start:start + size].decode()


def test_no_tag_is_left_at_the_beginning_of_a_sense(dictionary):
    tags = {"(n)", "(v1)", "(vs)", "(P)", "(uk)", "(1)", "(2)", "(arch)", "(col)", "(adj-na)"}
    for index in range(dictionary.count(SENSES)):
        assert not any(gloss.split(" ")[0] in tags for gloss in dictionary.sense(index).glosses)


@pytest.mark.parametrize(("written", "reading", "gloss", "part"), [
    ("猫", "ねこ", "cat (esp. the domestic cat, Felis catus)", "noun"),
    ("食べる", "たべる", "to eat", "ichidan"),
    ("書く", "かく", "to write", "godan"),
    ("行く", "いく", "to go", "irregular-godan"),
    ("来る", "くる", "to come (spatially or temporally)", "kuru-verb"),
    ("為る", "する", "to do", "suru-verb"),
    ("勉強", "べんきょう", "study", "suru-noun"),
    ("美しい", "うつくしい", "beautiful", "i-adjective"),
    ("静か", "しずか", "quiet", "na-adjective"),
    ("特に", "とくに", "particularly", "adverb"),
    ("但し", "ただし", "but", "conjunction"),
    ("私", "わたし", "I", "pronoun"),
    ("匹", "ひき", "counter for small animals", "counter"),
    ("三", "さん", "three", "numeral"),
    ("お疲れ様", "おつかれさま", "thank you", "expression"),
    ("珈琲", "コーヒー", "coffee", "noun"),
    ("食べる", "たべる", "to eat", "transitive"),
    ("起きる", "おきる", "to get up", "intransitive"),
])
def test_a_word_has_its_gloss_and_its_part_of_speech(dictionary, written, reading, gloss, part):
    found = entry(dictionary, written, reading)
    assert found.common
    assert gloss in found.senses[0].glosses
    assert part in found.parts


@pytest.mark.parametrize(("written", "reading", "accent"), [
    ("猫", "ねこ", 1), ("箸", "はし", 1), ("橋", "はし", 2), ("端", "はし", 0), ("雨", "あめ", 1), ("飴", "あめ", 0), ("学校", "がっこう", 0), ("犬", "いぬ", 2),
    ("花", "はな", 2), ("鼻", "はな", 0), ("食べる", "たべる", 2), ("日本", "にほん", 2), ("図書館", "としょかん", 2), ("男", "おとこ", 3), ("先生", "せんせい", 3),
])
def test_a_word_falls_after_its_mora(dictionary, written, reading, accent):
    assert entry(dictionary, written, reading).accent == accent


def test_an_accent_lies_within_its_word(dictionary):
    small = set("ゃゅょぁぃぅぇぉャュョァィゥェォゎヮ")
    known = 0
    for index in range(dictionary.count(ENTRIES)):
        accent = dictionary.record(ENTRIES, "<28xB", index)[0]
        if accent != UNKNOWN:
            known += 1
            assert accent <= sum(kana not in small for kana in dictionary.reading(index).decode())
    assert known > 50_000


def test_one_written_form_has_an_entry_for_each_reading_the_usual_one_first(dictionary):
    assert [each.reading for each in dictionary.look_up("日") if each.common] == ["ひ", "にち"]
    assert [each.reading for each in dictionary.look_up("今日")][:2] == ["きょう", "こんにち"]
    assert {each.written for each in dictionary.read_as("はし") if each.common} >= {"箸", "橋", "端"}
    assert dictionary.read_as("コーヒー")[0].written == "珈琲"
    assert dictionary.look_up("ぬるぽん語") == [] == dictionary.read_as("ぬるぽんご")


def test_registers_belong_to_senses(dictionary):
    cat = entry(dictionary, "猫", "ねこ")
    assert "colloquial" in cat.registers
    assert not cat.senses[0].registers
    assert "honorific" in entry(dictionary, "いらっしゃる", "いらっしゃる").senses[0].registers
    assert "humble" in entry(dictionary, "致す", "いたす").registers
    assert "usually-kana" in entry(dictionary, "可愛い", "かわいい").senses[0].registers
    assert "vulgar" in entry(dictionary, "糞", "ばば").senses[0].registers
    assert "irregular-writing" in entry(dictionary, "図書館", "ずしょかん").registers
    assert "female" in {register for each in dictionary.look_up("わ") for register in each.registers}


def test_frequent_words_have_low_levels(dictionary):
    levels = [entry(dictionary, *word).level for word in [("人", "ひと"), ("橋", "はし"), ("図書館", "としょかん"), ("箸", "はし"), ("柵", "さく")]]
    assert levels == sorted(levels)
    assert levels[0] == 1 and levels[-1] > 3
    # As 食べ, 食べます and 食べた it is met most.
    assert entry(dictionary, "食べる", "たべる").level == 1
    assert all((each.frequency == 0) == (each.level == 0) and each.level <= 5 for each in map(dictionary.entry, range(0, dictionary.count(ENTRIES), 50)))


@pytest.mark.parametrize(("english", "written"), [("cat", "猫"), ("eat", "食べる"), ("weather", "天気"), ("umbrella", "傘"), ("this", "此れ"), ("beautiful", "美しい")])
def test_an_english_word_leads_to_its_words(dictionary, english, written):
    first = dictionary.postings(english)[:3]
    assert written in [dictionary.entry(index).written for index, _, _ in first]
    assert all(whole for _, whole, _ in first)


def test_a_posting_tells_a_whole_gloss_from_a_part_of_one(dictionary):
    coffee = {dictionary.entry(index).written: (whole, first) for index, whole, first in dictionary.postings("coffee")}
    assert coffee["珈琲"] == (True, True)
    assert coffee["喫茶店"] == (False, True)
    assert dictionary.postings("to") != [] and dictionary.postings("nosuchword") == []


def test_a_damaged_reader_would_notice(dictionary):
    with pytest.raises(IndexError):
        dictionary.raw(dictionary.count(STRINGS), 1)
    with pytest.raises(IndexError):
        dictionary.record(ENTRIES, "<I", dictionary.count(ENTRIES))
    assert struct.calcsize("<IIHHIIIHHBBBB") == RECORD_SIZES[ENTRIES]
