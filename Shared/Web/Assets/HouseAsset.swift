import Crypto
import Encoding
import HTTPCore

/// A file of the house under a name that tells its content: it never changes, so caches keep it for good.
struct HouseAsset: Sendable {
    /// The folder of all of them.
    static let folder = "/assets/house"

    let path: String
    let bytes: [UInt8]
    private let fields: Fields

    init(_ name: String, _ fileExtension: String, type: String, _ bytes: [UInt8]) {
        path = "\(Self.folder)/\(name)-\(Hex.encode(SHA256.hash(bytes).prefix(8))).\(fileExtension)"
        self.bytes = bytes
        // A year is the longest that caches honour (RFC 9111 §1.2.2 names none; RFC 8246 tells them not to ask again).
        fields = [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"]
    }

    /// The name without its folder, as modules beside it import it.
    var fileName: String { String(path.dropFirst(Self.folder.count + 1)) }

    var response: Response { Response(fields: fields, body: .bytes(bytes)) }
}
