import Crypto
import Encoding
import HTTPCore
public import Web

/// A file of a page under a name that tells its content: it never changes, so caches keep it for good.
public struct HouseAsset: Sendable {
    /// The folder of all of them.
    static let folder = "/assets/house"

    /// Where it lies.
    public let path: String
    let bytes: [UInt8]
    private let fields: Fields

    init(_ name: String, _ fileExtension: String, type: String, _ bytes: [UInt8]) {
        path = "\(Self.folder)/\(name)-\(Hex.encode(SHA256.hash(bytes).prefix(8))).\(fileExtension)"
        self.bytes = bytes
        // A year is the longest that caches honour (RFC 9111 §1.2.2 names none; RFC 8246 tells them not to ask again).
        fields = [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"]
    }

    /// A style sheet of a service, beside the house's.
    public init(style name: String, _ bytes: [UInt8]) { self.init(name, "css", type: "text/css; charset=utf-8", bytes) }

    /// The element that loads a style sheet.
    public var link: Markup { "<link rel=\"stylesheet\" href=\"\(path)\">\n" }

    /// Declares its route; it is not listed in the documentation.
    public func register(on routes: RouteGroup) { routes.group(options: [.hidden]).get(path) { (_: RequestContext) in response } }

    /// The name without its folder, as modules beside it import it.
    var fileName: String { String(path.dropFirst(Self.folder.count + 1)) }

    var response: Response { Response(fields: fields, body: .bytes(bytes)) }
}
