import Glibc
import JSON

@testable import Guardrails

/// A line of a data set.
struct Sample: Sendable {
    let id: String
    let family: String
    let prompt: GuardedPrompt

    /// A data set beside these tests.
    static func all(in name: String) -> [Sample] {
        let path = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Data/" + name
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let item = try? JSON.parse(Array(line)) else { return nil }
            let earlier = item["earlier"]?.arrayValue?.compactMap(\.stringValue) ?? []
            return Sample(
                id: item["id"]?.stringValue ?? "", family: item["family"]?.stringValue ?? "",
                prompt: GuardedPrompt(item["text"]?.stringValue ?? "", earlier: earlier))
        }
    }
}
