import Compression
import Contracts
import Crypto
import Encoding
import JSON
import SQLite

/// A group as Anki's package, `.apkg`: a ZIP with the collection, and the sounds under numbers.
struct AnkiPackage {
    /// How a word sounds, where that could be had.
    struct Sound: Sendable, Equatable {
        var bytes: [UInt8]
        var fileExtension: String

        /// By its content, so that the same sound is one file in Anki, too.
        var name: String { "vocab-\(Hex.encode(SHA256.hash(bytes).prefix(8))).\(fileExtension)" }
    }

    let group: GeneratedGroup
    /// By the word's Japanese.
    let sounds: [String: Sound]
    let seconds: Int

    /// Away from the loop: hashing and compressing cost milliseconds.
    @concurrent func bytes() async throws -> [UInt8] {
        let notes = group.words.map { AnkiNote($0, sound: sounds[$0.japanese]?.name) }
        // `::` would make decks within decks.
        let name = "Vocab::" + group.groupName.replacing("::", with: ": ")
        var archive = ZipArchive()
        archive.add("collection.anki2", try AnkiCollection(deckName: name, notes: notes, seconds: seconds).bytes())
        var media: [JSONFragment.Member] = []
        for sound in group.words.compactMap({ sounds[$0.japanese] }) where !media.contains(where: { $0.value == .string(sound.name) }) {
            archive.add("\(media.count)", sound.bytes, .stored)
            media.append(.init("\(media.count)", .string(sound.name)))
        }
        archive.add("media", JSON.encode(JSONFragment.object(media)), .stored)
        return archive.finish()
    }
}
