import Crypto

/// Names an answer by all that it depends on. Two questions share a key only if a model could not tell them apart.
struct CacheKey: Sendable {
    /// For answers that are as good as new.
    let fresh: [UInt8]
    /// For the same answers while they are better than none.
    let stale: [UInt8]

    /// Nil for a question whose answers are not kept.
    init?(_ request: ModelRequest, _ judged: JudgedRequest, model: String, format: String) {
        let scope: String
        switch request.caching {
        case .never: return nil
        case .perUser: scope = "user:\(request.caller.user)"
        case .shared: scope = "shared"
        }
        var parts = [scope, request.purpose, request.prompt.name, request.prompt.version, model, format]
        parts += ["\(request.maximumTokens)", request.temperature.map { "\($0)" } ?? ""]
        for turn in judged.earlier {
            switch turn {
            case .user(let text): parts += ["user", text]
            case .model(let text): parts += ["model", text]
            }
        }
        for part in judged.content {
            switch part {
            case .ours(let text): parts += ["ours", text]
            case .quoted(let text, let name): parts += ["quoted", name, text]
            }
        }
        fresh = Self.hash(["fresh"] + parts)
        stale = Self.hash(["stale"] + parts)
    }

    /// Each part behind its length, so that no two lists look the same.
    private static func hash(_ parts: [String]) -> [UInt8] {
        SHA256.hash(parts.map { "\($0.utf8.count):\($0)" }.joined())
    }
}
