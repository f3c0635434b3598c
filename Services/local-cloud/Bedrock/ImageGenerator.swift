import Encoding
import JSON

/// Draws what an invocation asks for. Blocks while it draws.
struct ImageGenerator: Sendable {
    func answer(to invocation: ImageInvocation) -> JSONFragment {
        let isRefused = Refusal.reason(in: invocation.prompt) != nil
        let pictures = isRefused ? [] : (0..<invocation.count).map { picture($0, of: invocation) }
        switch invocation.family {
        case .stability:
            let reason: JSONFragment = isRefused ? "Filter reason: prompt" : .null
            return ["finish_reasons": [reason], "images": .array(pictures), "seeds": [.int(invocation.seed)]]
        case .stableDiffusionXL:
            let artifacts = pictures.map { JSONFragment.object([.init("seed", .int(invocation.seed)), .init("base64", $0), .init("finishReason", "SUCCESS")]) }
            return ["result": "success", "artifacts": isRefused ? [["seed": .int(invocation.seed), "finishReason": "CONTENT_FILTERED"]] : .array(artifacts)]
        case .amazon:
            let error: JSONFragment = isRefused ? "This request has been blocked by our content filters." : .null
            return ["error": error, "images": .array(pictures)]
        }
    }

    private func picture(_ index: Int, of invocation: ImageInvocation) -> JSONFragment {
        let seed = UInt64(invocation.seed + index)
        return .string(Base64.encode(LandscapePainter.picture(of: invocation.prompt, seed: seed, width: invocation.width, height: invocation.height)))
    }
}
