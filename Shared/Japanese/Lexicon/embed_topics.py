#!/usr/bin/env python3
"""Writes topics.txt into a Swift string literal, so that each executable carries it.

SwiftPM's `.embedInCode` would turn the file into an array literal of bytes, which takes the compiler minutes.
A test compares the two; run this after changing the topics.
"""

from pathlib import Path

here = Path(__file__).resolve().parent
text = (here / "topics.txt").read_text(encoding="utf-8").rstrip("\n")
assert '"""#' not in text and "\\" not in text
(here / "Lexicon+Text.swift").write_text(
    "// Written by embed_topics.py from topics.txt: change that file, not this one.\n"
    "// swift-format-ignore-file\n\n"
    'extension Lexicon {\n    /// The topics as people write them.\n    static let text: StaticString = #"""\n'
    + text + '\n"""#\n}\n',
    encoding="utf-8",
)
