import HTTPCore
import Platform

/// A static file as it lies on the disk: as it is, and compressed beside it.
final class StaticResource: Sendable {
    /// One of its files.
    struct Variant: Sendable {
        let representation: FileRepresentation
        let status: FileStatus
        /// False while its tag is to be made anew.
        let isSettled: Bool
    }

    let identity: Variant
    /// The compressed ones by their coding, the preferred first.
    let encoded: [(coding: String, variant: Variant)]
    /// False where a middleware must not compress it: the tags of its ranges would be wrong.
    let allowsCompression: Bool

    init(identity: Variant, encoded: [(coding: String, variant: Variant)], allowsCompression: Bool) {
        self.identity = identity
        self.encoded = encoded
        self.allowsCompression = allowsCompression
    }

    /// How many files it keeps.
    var fileCount: Int { 1 + encoded.count }

    /// What this caller takes best (RFC 9110 §12.5.3).
    func representation(for fields: Fields) -> FileRepresentation {
        guard !encoded.isEmpty, let coding = AcceptEncoding(fields.all(.acceptEncoding)).best(of: encoded.map(\.coding)) else {
            return identity.representation
        }
        return encoded.first { $0.coding == coding }!.variant.representation
    }
}
