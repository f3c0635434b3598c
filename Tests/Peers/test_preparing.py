"""How the data are prepared: EDICT's lines, glosses, counters; and that the same inputs give the same bytes."""

import os
import subprocess
import sys

from test_dictionary import DATA, ROOT

PREPARE = ROOT / "Shared/Japanese/Prepare"
sys.path.insert(0, str(PREPARE))
import counters  # noqa: E402
import dictionary  # noqa: E402
import edict  # noqa: E402
import english  # noqa: E402
import frequency  # noqa: E402
from tags import PART_BITS, PARTS, REGISTER_BITS, REGISTERS  # noqa: E402


def test_a_line_of_edict_becomes_senses_with_their_tags():
    entry = edict.entry("橋 [はし] /(n,vs) (1) (uk) bridge (fre: pont)/span (of steel)/(v1,vt) (2) to bridge/(P)/\n")
    assert (entry.written, entry.reading, entry.common) == ("橋", "はし", True)
    assert [sense.glosses for sense in entry.senses] == [("bridge", "span (of steel)"), ("to bridge",)]
    assert entry.senses[0].parts == PART_BITS["n"] | PART_BITS["vs"]
    assert entry.senses[0].registers == REGISTER_BITS["uk"]
    assert entry.senses[1].parts == PART_BITS["v1"] | PART_BITS["vt"]


def test_tags_of_the_writing_belong_to_the_entry_and_a_sense_without_parts_has_those_before_it():
    entry = edict.entry("一日 [ひとひ] /(ok) (n) (1) one day/(2) (arch) all day/\n")
    assert entry.writing == REGISTER_BITS["ok"]
    assert [sense.registers for sense in entry.senses] == [0, REGISTER_BITS["arch"]]
    assert entry.senses[1].parts == PART_BITS["n"]
    assert not entry.common


def test_a_word_in_kana_is_its_own_reading_and_parentheses_that_are_no_tags_stay():
    entry = edict.entry("ばらばら /(adv) (on-mim) (falling) in big drops/(in) pieces/\n")
    assert entry.reading == "ばらばら"
    assert entry.senses[0].glosses == ("(falling) in big drops", "(in) pieces")


def test_thirty_two_bits_hold_every_name():
    for table in (PARTS, REGISTERS):
        assert len(table) <= 32
        assert len({name for name, _ in table}) == len(table)


def test_the_words_of_a_gloss_are_those_that_carry_meaning():
    assert english.head_words("to eat") == ["eat"]
    assert english.head_words("cat (esp. the domestic cat, Felis catus)") == ["cat"]
    assert english.head_words("someone's café au lait") == ["cafe", "au", "lait"]
    assert english.head_words("this") == ["this"]
    assert english.head_words("right-hand man") == ["right", "hand", "man"]
    assert english.head_words("(nothing else)") == []


def test_frequencies_of_forms_are_added_as_frequencies():
    assert frequency.joined([500]) == 500
    assert frequency.joined([500, 500]) == 530
    assert frequency.estimated([600, 600]) == 470
    assert frequency.levels({"猫": 500, "犬": 499, "ぬ": 0}) == {"猫": 1, "犬": 1, "ぬ": 0}


def test_counters_change_their_sounds():
    table = counters.counted()
    for written, kana in {
        "一本": "いっぽん", "二本": "にほん", "三本": "さんぼん", "百本": "ひゃっぽん", "千本": "せんぼん", "何本": "なんぼん", "四泊": "よんぱく", "六か月": "ろっかげつ",
        "八頭": "はっとう", "十冊": "じゅっさつ", "二十四時間": "にじゅうよじかん", "九年": "きゅうねん", "四年生": "よねんせい", "三十九日": "さんじゅうくにち", "十二月一日": "じゅうにがつついたち",
    }.items():
        assert table[written] == kana
    assert len(table) > 7_000


def test_sections_begin_at_multiples_of_eight():
    content = dictionary.joined([(b"abc", 1), (b"defghijkl", 3)])
    assert len(content) % 8 == 0
    assert content[24 + 16 * 2:].rstrip(b"\0") == b"abc" + bytes(5) + b"defghijkl"


def test_the_same_inputs_give_the_same_bytes(tmp_path):
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, PREPARE / "prepare.py", tmp_path], env=environment, check=True, capture_output=True)
    for name in ("dictionary.bin", "readings.dic"):
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes()
