import Glibc
public import TextScan

/// Patterns that one test run has compiled and later ones open: hundreds take seconds, which other tests would have to wait for.
public enum CompiledPatterns {
    /// In the local folder of this checkout.
    public static let cache: PatternCache = {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/"), folder = "/\(root)/.local/test-patterns"
        mkdir("/\(root)/.local", 0o755)
        mkdir(folder, 0o700)
        return PatternCache(folder: folder)
    }()
}
