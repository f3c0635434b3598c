#!/usr/bin/env python3
"""Writes starter-vocabulary.json into a Swift string literal, so that the executable carries it.

SwiftPM's `.embedInCode` would turn the file into an array literal of bytes, which takes the compiler half a minute.
A test compares the two; run this after changing the vocabulary.
"""

from pathlib import Path

here = Path(__file__).resolve().parent
text = (here / "starter-vocabulary.json").read_text(encoding="utf-8").rstrip("\n")
assert '"""#' not in text and "\\" not in text
(here.parent / "Vocabulary/StarterVocabulary+Text.swift").write_text(
    "// Written by Resources/embed_vocabulary.py from starter-vocabulary.json: change that file, not this one.\n"
    "// swift-format-ignore-file\n\n"
    'extension StarterVocabulary {\n    /// The groups in the shape of the seed files.\n    static let text: StaticString = #"""\n'
    + text + '\n"""#\n}\n',
    encoding="utf-8",
)
