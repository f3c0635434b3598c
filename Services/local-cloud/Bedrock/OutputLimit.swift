import JSON

/// Ends what a model says where the request wants it ended: at a stop sequence, or at so many tokens.
struct OutputLimit {
    var maximumTokens: Int?
    var stopSequences: [String]

    /// The reply as far as it goes, with the tokens counted.
    func applied(to reply: ConverseReply, inputTokens: Int) -> ConverseReply {
        var kept = ConverseReply(blocks: [], stopReason: reply.stopReason, usage: TokenUsage(input: inputTokens))
        for block in reply.blocks {
            let left = (maximumTokens ?? .max) - kept.usage.output
            switch block {
            case .text(let text):
                let (part, tokens, reason) = end(text, within: left)
                kept.blocks.append(.text(part))
                kept.usage.output += tokens
                guard let reason else { continue }
                kept.stopReason = reason
                return kept
            case .toolUse(let id, let name, let input):
                let tokens = TokenPieces.count(JSON.string(input)) + 8
                kept.usage.output += min(tokens, left)
                // Of a call that was cut the input is lost: half an object is none.
                kept.blocks.append(.toolUse(id: id, name: name, input: tokens > left ? [:] : input))
                guard tokens > left else { continue }
                kept.stopReason = .maximumTokens
                return kept
            }
        }
        return kept
    }

    /// The text up to what ends it, and why it ended; nil when it was whole.
    private func end(_ text: String, within tokens: Int) -> (String, Int, ConverseReply.StopReason?) {
        let stop = stopSequences.compactMap { text.firstRange(of: $0)?.lowerBound }.min()
        let wanted = stop.map { String(text[..<$0]) } ?? text
        let pieces = TokenPieces.split(wanted)
        if pieces.count > tokens { return (pieces.prefix(tokens).joined(), tokens, .maximumTokens) }
        return (wanted, pieces.count, stop == nil ? nil : .stopSequence)
    }
}
