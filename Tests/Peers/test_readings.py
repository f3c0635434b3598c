"""readings.dic beside IPADIC: what it cures, and that it breaks nothing else."""

import sys
from pathlib import Path

import pytest
from test_dictionary import DATA, ROOT

sys.path.insert(0, str(ROOT / "Shared/Japanese/Prepare"))
from counters import counted  # noqa: E402
from edict import read_edict  # noqa: E402
from mecab import analyse, hiragana, mecab, reading  # noqa: E402
from misreadings import KANJI  # noqa: E402

READINGS = DATA / "readings.dic"
SENTENCES = Path(__file__).with_name("japanese_sentences.txt")


def right(texts, dictionary=None):
    """Which of `texts`, each with the readings it may have, MeCab reads so."""
    return {text for (text, known), found in zip(texts.items(), analyse(texts, dictionary), strict=True) if reading(found) in known}


@pytest.mark.parametrize(("written", "kana"), [
    ("一人", "ひとり"), ("二人", "ふたり"), ("三人", "さんにん"), ("四人", "よにん"), ("二十一人", "にじゅういちにん"), ("三本", "さんぼん"), ("六匹", "ろっぴき"), ("八杯", "はっぱい"),
    ("十回", "じゅっかい"), ("三階", "さんがい"), ("九時", "くじ"), ("四時半", "よじはん"), ("七月", "しちがつ"), ("二十分", "にじゅっぷん"), ("何分", "なんぷん"), ("八歳", "はっさい"),
    ("二十歳", "はたち"), ("二日", "ふつか"), ("十四日", "じゅうよっか"), ("二十日", "はつか"), ("三百円", "さんびゃくえん"), ("八千円", "はっせんえん"), ("三か月", "さんかげつ"),
    ("四月一日", "しがつついたち"), ("一日中", "いちにちじゅう"), ("日本", "にほん"), ("日本人", "にほんじん"), ("大掃除", "おおそうじ"), ("預けた", "あずけた"), ("点けて", "つけて"),
    ("空室", "くうしつ"), ("長い台詞", "ながいせりふ"), ("神輿を担ぐ", "みこしをかつぐ"), ("夜中に", "よなかに"), ("島に宝物が", "しまにたからものが"), ("明後日", "あさって"), ("何曜日ですか", "なんようびですか"),
])
def test_words_that_ipadic_misreads_are_read_right(written, kana):
    assert reading(analyse([written], READINGS)[0]) == kana


def test_every_number_with_its_counter_is_read_as_the_table_has_it():
    table = {written: {kana} for written, kana in counted().items()}
    # What is another word, such as 万歳, is read as that.
    assert len(table) - len(right(table, READINGS)) < 20
    assert len(table) - len(right(table)) > 2_000


def test_of_the_words_of_edict_more_are_read_right_and_hardly_one_is_lost():
    common, every = {}, {}
    for entry in read_edict():
        if KANJI.search(entry.written):
            every.setdefault(entry.written, set()).add(hiragana(entry.reading))
            if entry.common:
                common.setdefault(entry.written, set()).add(hiragana(entry.reading))
    before, after = right(every), right(every, READINGS)
    assert len(after) - len(before) > 1_500
    assert len(before - after) < 30
    cured = right(common, READINGS)
    assert len(cured) / len(common) > 0.985
    assert len(cured) - len(right(common)) > 580


def test_sentences_of_ours_are_read_right():
    lines = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    table = {written: {hiragana(kana)} for written, kana in lines}
    assert len(table) == 72
    assert len(right(table, READINGS)) >= 70
    # Without, fewer than half: the sentences are chosen for it.
    assert len(right(table)) < 40


def test_particles_sound_as_they_do_and_long_vowels_are_long():
    sounds = mecab(["一人は学校へ行く", "三兆円", "今日的"], "-F", "%f[8]|", "-E", "\n", "-u", str(READINGS)).splitlines()
    assert sounds[0] == "ヒトリ|ワ|ガッコー|エ|イク|"
    assert sounds[2] == "コンニチテキ|"
