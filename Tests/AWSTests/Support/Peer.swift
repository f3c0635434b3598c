import Foundation
import JSON

/// What the real botocore answered; the scripts beside the files ask it again.
enum Peer {
    static func document(_ name: String) -> JSONFragment {
        let peers = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Peers")
        guard let data = try? Data(contentsOf: peers.appending(path: name)), let document = try? JSON.parse([UInt8](data)) else {
            fatalError("Tests/Peers/\(name) cannot be read")
        }
        return document
    }
}
