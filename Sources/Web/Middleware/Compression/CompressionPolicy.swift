import HTTPCore

/// What is compressed, how hard, and where the work is done.
public struct CompressionPolicy: Sendable {
    /// Content whose length is known and below this is sent as it is: it fits into a packet anyway.
    public var minimumBytes = 1_024
    /// What is offered, the preferred first where a client likes several alike.
    public var codings: [ContentCoding] = [.brotli, .gzip]
    /// Of gzip: from 1, fast, to 9, small.
    public var level = 6
    /// Of brotli: from 0, fast, to 11, small. With 4 it is larger than gzip with 6; with 5 it is 3 % smaller, for 20 % more work.
    public var brotliQuality = 5
    /// Content or pieces from this length on are compressed off the event loop: 32 KiB of JSON take 0.5 ms with gzip and 0.6 ms with brotli.
    public var offLoopBytes = 32_768
    /// How many streams, and contents off the loop, are compressed at once, each with up to 2 MiB of memory (256 KiB with gzip); further ones are sent as
    /// they are.
    public var maximumStreams = 64
    /// The media types worth it beside `text/*` (but `text/event-stream`, whose events are short and must not wait), `+json` and `+xml`.
    public var mediaTypes: Set<String> = [
        "application/json", "application/javascript", "application/xml", "application/x-ndjson", "application/manifest+json", "application/wasm",
        "application/vnd.ms-fontobject", "font/ttf", "font/otf", "image/bmp", "image/x-icon", "image/vnd.microsoft.icon",
    ]

    /// The defaults.
    public init() {}

    /// True when content of this type shrinks.
    func isCompressible(_ contentType: String) -> Bool {
        let type = (contentType.pieces(separatedBy: ";").first ?? "").trimmedSpace().lowercased()
        if type == "text/event-stream" { return false }
        return type.hasPrefix("text/") || type.hasSuffix("+json") || type.hasSuffix("+xml") || mediaTypes.contains(type)
    }
}
