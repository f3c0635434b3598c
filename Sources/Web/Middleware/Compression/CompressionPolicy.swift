/// What is compressed, how hard, and where the work is done.
public struct CompressionPolicy: Sendable {
    /// Content whose length is known and below this is sent as it is: it fits into a packet anyway.
    public var minimumBytes = 1_024
    /// From 1, fast, to 9, small.
    public var level = 6
    /// Content or pieces from this length on are compressed off the event loop.
    public var offLoopBytes = 32_768
    /// How many streams, and contents off the loop, are compressed at once, each with about 256 KiB of memory at most; further ones are sent as they are.
    public var maximumStreams = 256
    /// The media types worth it beside `text/*` (but `text/event-stream`, whose events are short and must not wait), `+json` and `+xml`.
    public var mediaTypes: Set<String> = [
        "application/json", "application/javascript", "application/xml", "application/x-ndjson", "application/manifest+json", "application/wasm",
        "application/vnd.ms-fontobject", "font/ttf", "font/otf", "image/bmp", "image/x-icon", "image/vnd.microsoft.icon",
    ]

    /// The defaults.
    public init() {}

    /// True when content of this type shrinks.
    func isCompressible(_ contentType: String) -> Bool {
        let type = trimmed(contentType.prefix { $0 != ";" }).lowercased()
        if type == "text/event-stream" { return false }
        return type.hasPrefix("text/") || type.hasSuffix("+json") || type.hasSuffix("+xml") || mediaTypes.contains(type)
    }
}
