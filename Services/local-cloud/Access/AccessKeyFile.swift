import AWS
import JSON
import Platform

/// Keeps the pair of keys in the state folder, so that it is the same after a restart.
enum AccessKeyFile {
    /// The pair in `access-key.json`; made at the first call ever. Blocks.
    static func pair(in folder: String) throws(StateError) -> AWSCredentials {
        let file = "\(folder)/access-key.json"
        if let bytes = try Files.read(file, maximumBytes: 4_096) {
            guard let record = try? JSON.parse(bytes, maximumDepth: 4), let id = record["AccessKeyId"]?.stringValue, !id.isEmpty,
                let secret = record["SecretAccessKey"]?.stringValue, !secret.isEmpty
            else { throw .unreadable(file: file, reason: "not a pair of keys; remove it to have a new one") }
            return AWSCredentials(accessKey: id, secretKey: Secret(secret))
        }
        let pair = AccessKeys.makePair()
        let record: JSONFragment = ["AccessKeyId": .string(pair.accessKey), "SecretAccessKey": .string(pair.secretKey.reveal())]
        try Files.replace(file, with: JSON.encode(record))
        return pair
    }
}
