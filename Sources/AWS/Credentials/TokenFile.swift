import Platform

/// A file with a token that somebody else keeps fresh.
struct TokenFile: Sendable {
    let path: String

    private static let maximumBytes = 64 * 1024

    /// Reads it anew, off the event loops.
    @concurrent
    func read() async throws(CredentialError) -> Secret<String> {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try OpenFile(path).read(0..<Self.maximumBytes)
        } catch {
            throw .unavailable("the token file \(path) cannot be read: \(error)")
        }
        guard bytes.count < Self.maximumBytes else { throw .misconfigured("the token file \(path) is larger than \(Self.maximumBytes) bytes") }
        let end = bytes.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
        guard end > 0, let text = String(validating: bytes[..<end], as: UTF8.self) else { throw .misconfigured("the token file \(path) is empty or not UTF-8") }
        return Secret(text)
    }
}
