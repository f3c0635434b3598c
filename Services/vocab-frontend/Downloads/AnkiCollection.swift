import Crypto
import JSON
import Japanese
import SQLite

/// A collection of Anki with one deck: `collection.anki2`, a database of schema 11, which every version of Anki imports.
struct AnkiCollection {
    let deckName: String
    let notes: [AnkiNote]
    /// When it was made, in seconds since 1970: a newer note replaces an older one.
    let seconds: Int

    private var deckID: Int { AnkiNote.stableID(SHA256.hash(deckName)) }

    func bytes() throws(SQLiteError) -> [UInt8] {
        let database = try MemoryDatabase()
        try database.execute(Self.schema)
        try database.run(
            "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
            [
                .integer(seconds - seconds % 86_400), .integer(seconds * 1_000), .integer(seconds * 1_000), json(Self.configuration),
                json(.object([.init("\(AnkiNoteType.id)", AnkiNoteType.model(deck: deckID, modified: seconds))])), json(decks), json(Self.options),
            ])
        for (place, note) in notes.enumerated() { try add(note, place, to: database) }
        return try database.serialized()
    }

    private func add(_ note: AnkiNote, _ place: Int, to database: borrowing MemoryDatabase) throws(SQLiteError) {
        try database.run(
            "INSERT INTO notes VALUES (?, ?, ?, ?, -1, '', ?, ?, ?, 0, '')",
            [
                .integer(note.id), .text(note.guid), .integer(AnkiNoteType.id), .integer(seconds), .text(note.fields.joined(separator: "\u{1F}")),
                .text(note.fields[0]), .integer(note.checksum),
            ])
        for card in 0..<2 {
            try database.run(
                "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                [.integer(note.id + card * 100_000_000_000), .integer(note.id), .integer(deckID), .integer(card), .integer(seconds), .integer(place + 1)])
        }
    }

    private func json(_ fragment: JSONFragment) -> SQLiteValue { .text(JSON.string(fragment)) }

    private var decks: JSONFragment {
        .object([.init("1", deck(1, "Default")), .init("\(deckID)", deck(deckID, deckName, description: DictionaryCredit.text))])
    }

    private func deck(_ id: Int, _ name: String, description: String = "") -> JSONFragment {
        [
            "id": .int(id), "name": .string(name), "mod": .int(seconds), "usn": -1, "desc": .string(description), "dyn": 0, "conf": 1, "collapsed": false,
            "browserCollapsed": false, "extendNew": 0, "extendRev": 0, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
        ]
    }

    private static let configuration: JSONFragment = [
        "activeDecks": [1], "curDeck": 1, "newSpread": 0, "collapseTime": 1_200, "timeLim": 0, "estTimes": true, "dueCounts": true, "curModel": nil,
        "nextPos": 1, "sortType": "noteFld", "sortBackwards": false, "addToCur": true,
    ]

    private static let options: JSONFragment = [
        "1": [
            "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
            "new": ["bury": false, "delays": [1, 10], "initialFactor": 2_500, "ints": [1, 4, 0], "order": 1, "perDay": 20],
            "rev": ["bury": false, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36_500, "perDay": 200, "hardFactor": 1.2],
            "lapse": ["delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0],
        ]
    ]

    private static let schema: StaticString = """
        CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
            dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
            dconf text NOT NULL, tags text NOT NULL);
        CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL,
            flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
        CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
            usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
            reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL,
            data text NOT NULL);
        CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
            lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
        CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
        CREATE INDEX ix_notes_usn ON notes (usn);
        CREATE INDEX ix_notes_csum ON notes (csum);
        CREATE INDEX ix_cards_usn ON cards (usn);
        CREATE INDEX ix_cards_nid ON cards (nid);
        CREATE INDEX ix_cards_sched ON cards (did, queue, due);
        CREATE INDEX ix_revlog_usn ON revlog (usn);
        CREATE INDEX ix_revlog_cid ON revlog (cid);
        """
}
