/// The media types of what the web is made of, by the ending of a name.
enum MediaTypes {
    /// Sent for endings nobody knows; with `nosniff`, which every answer carries, browsers only download it.
    static let unknown = "application/octet-stream"

    /// The type for a file's name; text is taken for UTF-8.
    static func type(of name: String, among own: [String: String] = [:]) -> String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return unknown }
        let ending = name[name.index(after: dot)...].lowercased()
        return own[ending] ?? known[ending] ?? unknown
    }

    private static let known: [String: String] = [
        "avif": "image/avif", "bin": unknown, "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8", "eot": "application/vnd.ms-fontobject",
        "epub": "application/epub+zip", "flac": "audio/flac", "gif": "image/gif", "gz": "application/gzip", "htm": "text/html; charset=utf-8",
        "html": "text/html; charset=utf-8", "ico": "image/x-icon", "ics": "text/calendar; charset=utf-8", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8", "json": "application/json", "jsonld": "application/ld+json", "m4a": "audio/mp4",
        "map": "application/json", "md": "text/markdown; charset=utf-8", "mjs": "text/javascript; charset=utf-8", "mp3": "audio/mpeg", "mp4": "video/mp4",
        "oga": "audio/ogg", "ogg": "audio/ogg", "ogv": "video/ogg", "opus": "audio/ogg", "otf": "font/otf", "pdf": "application/pdf", "png": "image/png",
        "rss": "application/rss+xml", "svg": "image/svg+xml", "tar": "application/x-tar", "ttf": "font/ttf", "txt": "text/plain; charset=utf-8",
        "vtt": "text/vtt; charset=utf-8", "wasm": "application/wasm", "wav": "audio/wav", "weba": "audio/webm", "webm": "video/webm",
        "webmanifest": "application/manifest+json", "webp": "image/webp", "woff": "font/woff", "woff2": "font/woff2", "xhtml": "application/xhtml+xml",
        "xml": "application/xml", "yaml": "application/yaml", "yml": "application/yaml", "zip": "application/zip",
    ]
}
