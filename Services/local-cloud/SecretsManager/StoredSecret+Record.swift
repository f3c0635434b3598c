import Encoding
import JSON
import Platform

extension StoredSecret {
    /// The secret as it is kept in a file that its owner alone can read.
    var record: [UInt8] {
        JSON.encode(
            [
                "version": 1, "name": .string(name), "arn": .string(arn), "description": .optional(description), "key": .optional(keyID),
                "created_at": .int(Int(createdAt.seconds)), "changed_at": .int(Int(changedAt.seconds)),
                "ends_at": endsAt.map { .int(Int($0.seconds)) } ?? .null,
                "versions": .array(versions.map(\.record)),
            ] as JSONFragment)
    }

    /// Nil for a record that is not one of ours, whole.
    init?(record bytes: [UInt8]) {
        guard let record = try? JSON.parse(bytes, maximumDepth: 8), record["version"] == 1, let name = record["name"]?.stringValue,
            let arn = record["arn"]?.stringValue, let createdAt = record["created_at"]?.intValue, let changedAt = record["changed_at"]?.intValue,
            let elements = record["versions"]?.arrayValue
        else { return nil }
        let versions = elements.compactMap(Version.init(record:))
        guard versions.count == elements.count else { return nil }
        self.init(
            name: name, arn: arn, description: record["description"]?.stringValue, keyID: record["key"]?.stringValue,
            createdAt: UnixTime(seconds: Int64(createdAt)), changedAt: UnixTime(seconds: Int64(changedAt)),
            endsAt: record["ends_at"]?.intValue.map { UnixTime(seconds: Int64($0)) }, versions: versions)
    }
}

extension StoredSecret.Version {
    fileprivate var record: JSONFragment {
        let content: JSONFragment.Member =
            switch content {
            case .text(let text): .init("text", .string(text.reveal()))
            case .binary(let bytes): .init("binary", .string(Base64.encode(bytes.reveal())))
            }
        return .object([
            .init("id", .string(id)), .init("created_at", .int(Int(createdAt.seconds))), .init("stages", .array(stages.map { .string($0) })), content,
        ])
    }

    fileprivate init?(record: JSONFragment) {
        guard let id = record["id"]?.stringValue, let createdAt = record["created_at"]?.intValue, let stages = record["stages"]?.arrayValue else { return nil }
        let binary = record["binary"]?.stringValue.flatMap { Base64.decode($0) }.map { StoredSecret.Content.binary(Secret($0)) }
        guard let content = record["text"]?.stringValue.map({ StoredSecret.Content.text(Secret($0)) }) ?? binary else { return nil }
        self.init(id: id, content: content, createdAt: UnixTime(seconds: Int64(createdAt)), stages: stages.compactMap(\.stringValue))
    }
}

extension JSONFragment {
    /// A text, or null.
    static func optional(_ text: String?) -> JSONFragment { text.map { .string($0) } ?? .null }
}
