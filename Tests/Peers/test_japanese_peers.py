"""Our reading of Japanese beside that of other programs: where they agree, so do we, but for what japanese_differences.txt lists with a reason."""

import json
import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import japanese_peers as peers
import pytest
from japanese_corpus import kana_table, lexicon, usual_words
from test_dictionary import DATA, ROOT

PROGRAM = Path(os.environ.get("JAPANESE_ANSWERS", ROOT / ".build/debug/japanese-answers"))
DIFFERENCES = Path(__file__).with_name("japanese_differences.txt")
# What other programs say differently among themselves, for whoever wants to know.
REPORT = ROOT / ".local/japanese-disagreements.tsv"


@dataclass(frozen=True)
class Comparison:
    texts: list[str]
    # By peer; None where it has no answer.
    theirs: callable
    # Of the answer of ours to the text.
    ours: callable
    # How many texts the others must agree on, so that a comparison of nothing is none.
    least: int


@dataclass(frozen=True)
class Outcome:
    # Each with the text: what ours says and theirs, where they agree; what ours says and each of theirs, where they do not.
    differences: list
    disagreements: list
    agreements: int


@dataclass(frozen=True)
class Difference:
    """In texts with `part` ours has `ours` where theirs has `theirs`."""

    comparison: str
    part: str
    ours: str
    theirs: str


def without_macrons(letters):
    for long, vowel in zip("āīūēō", "aiueo", strict=True):
        letters = letters.replace(long, vowel * 2)
    return letters.replace(" ", "").replace("ei", "ee")


def comparisons():
    words, examples = lexicon()
    usual = usual_words()
    kana = list(dict.fromkeys([*kana_table(), *words.values(), *(reading for readings in usual.values() for reading in readings)]))
    written = list(dict.fromkeys([*words, *usual]))
    romaji = ("".join(piece[system] for piece in peers.kakasi(text)) for text in kana for system in ("hepburn", "kunrei"))
    letters = [text for text in dict.fromkeys(romaji) if text.isascii()]
    return {
        "syllabary": Comparison(kana, peers.syllabaries, lambda answer: f"{answer['hiragana']} {answer['katakana']}", 7_500),
        "kana": Comparison(kana, peers.romaji_of_kana, lambda answer: answer["doubled"], 7_000),
        "typed": Comparison(letters, peers.typed, lambda answer: answer["typed"] or "", 7_000),
        "word": Comparison(written, peers.reading, lambda answer: answer["kana"], 4_500),
        "text": Comparison(list(examples), peers.reading, lambda answer: answer["kana"], 1_400),
        "romaji": Comparison(list(examples), peers.romaji, lambda answer: answer["romaji"].replace(" ", ""), 1_100),
        "macrons": Comparison(written, peers.long_vowels, lambda answer: without_macrons(answer["romaji_macrons"]), 4_000),
    }


COMPARISONS = comparisons()


def listed():
    """The differences that somebody has judged, each below the reason for it."""
    found, reason = [], None
    for line in DIFFERENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            reason = line
        elif line:
            assert reason, f"{line} has no reason above it"
            found.append(Difference(*line.split("|")))
    assert len(set(found)) == len(found), "a difference is listed twice"
    return found


def agreed(said):
    """What most of those say who say something, if two or more do."""
    ranks = Counter(answer for answer in said.values() if answer is not None).most_common(2)
    return ranks[0][0] if ranks and ranks[0][1] > 1 and (len(ranks) == 1 or ranks[0][1] > ranks[1][1]) else None


def explanation(text, ours, theirs, differences):
    """The differences on the list that lead from our answer to theirs; none if they do not."""
    used, kana = [], peers.hiragana(text)
    for difference in differences:
        if peers.hiragana(difference.part) in kana and difference.ours in ours:
            ours = ours.replace(difference.ours, difference.theirs)
            used.append(difference)
            if ours == theirs:
                return used
    return []


def answers(texts):
    """Ours, all by one process."""
    assert PROGRAM.exists(), f"{PROGRAM} is missing: swift build --product japanese-answers"
    environment = os.environ | {"JAPANESE_DATA": str(DATA)}
    asked = subprocess.run([PROGRAM], input="\n".join(texts) + "\n", env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert asked.returncode == 0, asked.stderr
    return dict(zip(texts, map(json.loads, asked.stdout.splitlines()), strict=True))


def outcome(comparison, ours):
    differences, disagreements, agreements = [], [], 0
    for text in comparison.texts:
        said, answer = comparison.theirs(text), comparison.ours(ours[text])
        theirs = agreed(said)
        if theirs is None:
            disagreements.append((text, answer, said))
            continue
        agreements += 1
        if theirs != answer:
            differences.append((text, answer, theirs))
    return Outcome(differences, disagreements, agreements)


@pytest.fixture(scope="module")
def outcomes():
    ours = answers(list(dict.fromkeys(text for comparison in COMPARISONS.values() for text in comparison.texts)))
    return {name: outcome(comparison, ours) for name, comparison in COMPARISONS.items()}


@pytest.mark.parametrize("name", COMPARISONS)
def test_where_others_agree_we_say_the_same_or_have_a_reason(name, outcomes):
    differences = [difference for difference in listed() if difference.comparison == name]
    used, unlisted = set(), []
    for text, ours, theirs in outcomes[name].differences:
        found = explanation(text, ours, theirs, differences)
        used.update(found)
        if not found:
            unlisted.append(f"{name}|{text}|{ours}|{theirs}")
    assert not unlisted, f"{len(unlisted)} differences that are not on the list:\n" + "\n".join(unlisted)
    assert not set(differences) - used, f"differences that are none any more: {set(differences) - used}"
    assert outcomes[name].agreements >= COMPARISONS[name].least


def test_what_others_disagree_on_is_written_down(outcomes, capsys):
    lines = [
        "\t".join((name, text, f"ours: {answer}", *(f"{peer}: {'–' if said is None else said}" for peer, said in others.items())))
        for name, found in outcomes.items()
        for text, answer, others in found.disagreements
    ]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    agreements = sum(found.agreements for found in outcomes.values())
    with capsys.disabled():
        print(f"\nother readers of Japanese agree on {agreements} texts and disagree on {len(lines)}, listed at {REPORT.relative_to(ROOT)}")
    assert len(lines) > 500


def test_a_difference_explains_what_it_says_and_nothing_else():
    rule = Difference("kana", "てぃ", "ti", "tei")
    assert explanation("ぱーてぃー", "paatii", "paateii", [rule]) == [rule]
    assert explanation("ぱーてぃー", "paatii", "paatei", [rule]) == []
    assert explanation("ちち", "titi", "teitei", [rule]) == []
    assert agreed({"a": "x", "b": "x", "c": "y"}) == "x"
    assert agreed({"a": "x", "b": "y"}) is agreed({"a": "x", "b": None}) is None
