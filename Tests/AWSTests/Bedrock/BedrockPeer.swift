import Encoding
import JSON
import Testing

/// What the real botocore wrote and read; `botocore_bedrock.py` asks it again.
enum BedrockPeer {
    private static let document = Peer.document("botocore_bedrock.json")

    static func request(_ name: String) throws -> JSONFragment { try find("requests", name) }
    static func answer(_ name: String) throws -> JSONFragment { try find("answers", name) }
    static func stream(_ name: String) throws -> JSONFragment { try find("streams", name) }

    /// The bytes of a stream.
    static func bytes(_ name: String) throws -> [UInt8] {
        let text = try stream(name)["bytes"]?.stringValue
        return try #require(text.flatMap(Hex.decode))
    }

    private static func find(_ list: String, _ name: String) throws -> JSONFragment {
        try #require(document[list]?.arrayValue?.first { $0["name"]?.stringValue == name }, "\(list): \(name)")
    }
}
