import JSON

/// The note type of our decks: its fields, its two cards, and how they look. Source: Anki's database schema 11.
enum AnkiNoteType {
    /// Never changes, so that decks of different days share it.
    static let id = 1_764_201_600_001
    static let fields = ["Japanese", "Furigana", "English", "Romaji", "Example", "Example furigana", "Example English", "Audio"]

    /// As the collection's `models` has it.
    static func model(deck: Int, modified: Int) -> JSONFragment {
        [
            "id": .string("\(id)"), "name": "Vocab (app-dw)", "type": 0, "mod": .int(modified), "usn": -1, "sortf": 0, "did": .int(deck), "vers": [],
            "tags": [],
            "flds": .array(fields.enumerated().map { field($1, $0) }), "css": .string(css), "latexPre": .string(latexPre), "latexPost": "\\end{document}",
            "req": [[0, "any", [0]], [1, "any", [2]]], "tmpls": [template("Recognition", 0, front: recognition), template("Recall", 1, front: recall)],
        ]
    }

    private static func field(_ name: String, _ place: Int) -> JSONFragment {
        ["name": .string(name), "ord": .int(place), "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []]
    }

    private static func template(_ name: String, _ place: Int, front: String) -> JSONFragment {
        ["name": .string(name), "ord": .int(place), "qfmt": .string(front), "afmt": .string(back), "did": nil, "bqfmt": "", "bafmt": ""]
    }

    private static let recognition = #"<div class="word" lang="ja">{{Japanese}}</div>"#
    private static let recall = #"<div class="english">{{English}}</div>"#
    private static let back = """
        <div class="word" lang="ja">{{furigana:Furigana}}</div>
        <div class="romaji">{{Romaji}}</div>
        <div class="english">{{English}}</div>
        {{#Example}}<hr><div class="example" lang="ja">{{furigana:Example furigana}}</div><div class="translation">{{Example English}}</div>{{/Example}}
        {{Audio}}
        """
    private static let css = """
        .card { font: 20px/1.6 system-ui, sans-serif; text-align: center; color: #23201b; background: #faf7f0; }
        .word { font: 600 44px/1.9 "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif; }
        .example { font: 24px/2 "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif; }
        .romaji, .translation { color: #5e574c; font-size: 18px; }
        .english { font-weight: 600; }
        hr { border: 0; border-top: 1px solid #ded6c5; margin: 1.2em auto; max-width: 20em; }
        .nightMode.card { color: #f0ebe0; background: #171614; }
        .nightMode .romaji, .nightMode .translation { color: #b9b1a2; }
        """
    private static let latexPre =
        "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n"
}
