public import Platform

/// How a folder of static files is served.
public struct StaticFilesOptions: Sendable {
    /// The file that stands for its folder; nil serves no folders.
    public var index: String? = "index.html"
    /// The page of a single-page application, sent where a browser navigates (`Accept: text/html`) to a path that is no file and has no ending; its own
    /// router shows what is there.
    public var fallback: String?
    /// The page browsers see with 404; others get the error in JSON.
    public var notFoundPage: String?
    /// What happens to symbolic links inside the folder.
    public var symbolicLinks = Folder.SymbolicLinks.withinFolder
    /// `Cache-Control` by the names of files; the first rule that fits counts.
    public var cacheRules: [CacheRule] = []
    /// `Cache-Control` of all other files; the default lets browsers keep them and ask each time whether they have changed.
    public var cacheControl = "no-cache"
    /// `Content-Security-Policy` of HTML: what a page may load. The application's own policy, which lets nothing load, would leave it blank.
    public var contentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'"
    /// Whether `app.js.br` and `app.js.gz` beside `app.js` are sent to who takes them; one that is older than its original is not.
    public var sendsPrecompressed = true
    /// Media types by the ending of a name in lower case, before those that are known.
    public var mediaTypes: [String: String] = [:]
    /// How long a file is served before the disk is asked whether it has changed.
    public var validationInterval: Duration = .seconds(1)
    /// Files up to this length are kept in memory.
    public var memoryFileBytes = 16_384
    /// How many files are kept, each in memory or by its descriptor, compressed siblings counted too; the least used go first.
    public var keptFiles = 256
    /// Where the disk is waited for; one of its own by default.
    public var pool: BlockingPool?

    /// The defaults.
    public init() {}
}
