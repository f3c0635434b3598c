public import JSON

/// Folds the events of a stream into an answer. Text and the number of blocks are bounded.
public struct ConverseAccumulator: Sendable, Equatable {
    /// Several times what the most talkative model writes.
    public static let defaultMaximumTextBytes = 4 * 1024 * 1024
    static let maximumBlocks = 1_000

    /// Whose turn it is; nil before it has begun.
    public private(set) var role: ConverseMessage.Role?
    /// Nil until the turn is over.
    public private(set) var stopReason: StopReason?
    /// Nil until the last event.
    public private(set) var usage: TokenUsage?
    /// Nil until the last event.
    public private(set) var latency: Duration?
    /// What only this model says.
    public private(set) var additionalFields: JSONFragment?
    private var blocks: [ConverseBlock] = []
    private var textBytes = 0
    private let maximumTextBytes: Int

    /// Nothing yet.
    public init(maximumTextBytes: Int = Self.defaultMaximumTextBytes) { self.maximumTextBytes = maximumTextBytes }

    /// All text so far, joined.
    public var text: String { blocks.map { $0.kind == .text ? $0.text : "" }.joined() }

    /// Whether everything is there.
    public var isComplete: Bool { role != nil && stopReason != nil && usage != nil }

    /// Takes the next event.
    ///
    /// - Throws: `.tooLong` or `.unexpectedEvent`.
    public mutating func add(_ event: ConverseEvent) throws(ConverseStreamError.Cause) {
        switch event {
        case .messageStart(let role): self.role = role
        case .text(let index, let text): try add(text, to: index, .text)
        case .toolUse(let index, let id, let name): try begin(index, .toolUse(id: id, name: name))
        case .toolInput(let index, let text):
            // That of a block whose beginning is not known here, such as a tool of the service's own, is not the caller's.
            guard let block = blocks.last(where: { $0.index == index }) else { return }
            try add(text, to: index, block.kind)
        case .reasoning(let index, let piece): try add(piece, to: index)
        case .blockStop: break
        case .messageStop(let reason, let fields): (stopReason, additionalFields) = (reason, fields)
        case .metadata(let usage, let latency): (self.usage, self.latency) = (usage, latency)
        }
    }

    /// The whole answer.
    ///
    /// - Throws: `.endedEarly` while something is missing, `.invalidToolInput` for a tool's input that is no JSON, as when tokens ran out in it.
    public func response() throws(ConverseStreamError.Cause) -> ConverseResponse {
        guard let role, let stopReason, let usage, let latency else { throw .endedEarly }
        var content: [ConverseContent] = []
        for block in blocks { content.append(try block.content()) }
        return ConverseResponse(
            message: ConverseMessage(role, content), stopReason: stopReason, usage: usage, latency: latency, additionalFields: additionalFields)
    }
}

extension ConverseAccumulator {
    private mutating func add(_ piece: ConverseEvent.Reasoning, to index: Int) throws(ConverseStreamError.Cause) {
        switch piece {
        case .text(let text): try add(text, to: index, .reasoning)
        case .signature(let text):
            try count(text.utf8.count)
            blocks[try place(of: index, .reasoning)].signature += text
        case .redacted(let bytes):
            try count(bytes.count)
            blocks[try place(of: index, .reasoning)].redacted += bytes
        }
    }

    private mutating func add(_ text: String, to index: Int, _ kind: ConverseBlock.Kind) throws(ConverseStreamError.Cause) {
        try count(text.utf8.count)
        blocks[try place(of: index, kind)].text += text
    }

    /// The block of this number, which begins with its first piece unless it uses a tool.
    private mutating func place(of index: Int, _ kind: ConverseBlock.Kind) throws(ConverseStreamError.Cause) -> Int {
        guard let place = blocks.lastIndex(where: { $0.index == index }) else {
            try begin(index, kind)
            return blocks.count - 1
        }
        guard blocks[place].kind == kind else { throw .unexpectedEvent("block \(index) changes its kind") }
        return place
    }

    private mutating func begin(_ index: Int, _ kind: ConverseBlock.Kind) throws(ConverseStreamError.Cause) {
        guard !blocks.contains(where: { $0.index == index }) else { throw .unexpectedEvent("block \(index) begins twice") }
        guard blocks.count < Self.maximumBlocks else { throw .unexpectedEvent("there are more than \(Self.maximumBlocks) blocks") }
        if case .toolUse(let id, let name) = kind { try count(id.utf8.count + name.utf8.count) }
        blocks.append(ConverseBlock(index: index, kind: kind))
    }

    private mutating func count(_ bytes: Int) throws(ConverseStreamError.Cause) {
        guard bytes <= maximumTextBytes - textBytes else { throw .tooLong(limitBytes: maximumTextBytes) }
        textBytes += bytes
    }
}
