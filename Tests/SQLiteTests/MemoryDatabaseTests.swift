import SQLite
import Testing

@Suite struct `A database in memory` {
    @Test func `becomes the bytes of a file, with what was put in`() throws {
        let database = try MemoryDatabase()
        try database.execute("CREATE TABLE word (id integer PRIMARY KEY, text text NOT NULL); CREATE INDEX by_text ON word (text)")
        for (id, text) in ["言葉", "", "a'b\"c; DROP TABLE word", "x\u{0}y"].enumerated() {
            try database.run("INSERT INTO word VALUES (?, ?)", [.integer(id), .text(text)])
        }
        let bytes = try database.serialized()
        #expect(bytes.starts(with: Array("SQLite format 3\0".utf8)) && bytes.count % 4_096 == 0)
        for text in ["言葉", "a'b\"c; DROP TABLE word", "x\u{0}y"] {
            let wanted = Array(text.utf8)
            #expect(bytes.indices.contains { bytes[$0...].starts(with: wanted) })
        }
    }

    @Test func `refuses what breaks its rules, in SQLite's words`() throws {
        let database = try MemoryDatabase()
        try database.execute("CREATE TABLE word (id integer PRIMARY KEY)")
        try database.run("INSERT INTO word VALUES (?)", [7])
        // SQLITE_CONSTRAINT and SQLITE_ERROR.
        #expect(#expect(throws: SQLiteError.self) { try database.run("INSERT INTO word VALUES (?)", [7]) }?.code == 19)
        let error = #expect(throws: SQLiteError.self) { try database.execute("INSERT INTO missing VALUES (1)") }
        #expect(error?.code == 1)
        #expect(error?.description == "no such table: missing")
        #expect(throws: SQLiteError.self) { try database.run("INSERT INTO word VALUES (?)", [7, 8]) }
    }
}
