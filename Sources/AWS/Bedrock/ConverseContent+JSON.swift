import Encoding
import JSON

// A block is an object with one member that names its kind.

extension ConverseContent {
    var json: JSONFragment {
        switch self {
        case .text(let text): ["text": .string(text)]
        case .image(let image): ["image": image.json]
        case .toolUse(let use): ["toolUse": ["toolUseId": .string(use.id), "name": .string(use.name), "input": use.input]]
        case .toolResult(let result): ["toolResult": result.json]
        case .cachePoint: ["cachePoint": ["type": "default"]]
        case .other(let block): block
        }
    }

    /// Whatever a block is: what cannot be said by another case is kept as it came.
    init(_ block: JSONFragment) {
        self =
            if let text = block["text"]?.stringValue {
                .text(text)
            } else if let image = block["image"].flatMap(ConverseImage.init) {
                .image(image)
            } else if let use = block["toolUse"].flatMap(ToolUse.init) {
                .toolUse(use)
            } else if let result = block["toolResult"].flatMap(ToolResult.init) {
                .toolResult(result)
            } else if block == ConverseContent.cachePoint.json {
                .cachePoint
            } else {
                .other(block)
            }
    }
}

extension ConverseImage {
    var json: JSONFragment { ["format": .string(format.rawValue), "source": ["bytes": .string(Base64.encode(bytes))]] }

    /// Nil for a picture that lies elsewhere, or is of an unknown kind.
    init?(_ image: JSONFragment) {
        guard let format = image["format"]?.stringValue.flatMap(Format.init(rawValue:)) else { return nil }
        guard let bytes = image["source"]?["bytes"]?.stringValue.flatMap({ Base64.decode($0) }) else { return nil }
        self.init(format, bytes)
    }
}

extension ToolUse {
    /// Nil also for a tool of the service's own, marked by `type`, which is not for the caller to run.
    init?(_ use: JSONFragment) {
        guard let id = use["toolUseId"]?.stringValue, let name = use["name"]?.stringValue, use["type"] == nil else { return nil }
        self.init(id: id, name: name, input: use["input"] ?? .object([]))
    }
}

extension ToolResult {
    var json: JSONFragment {
        var members: [JSONFragment.Member] = [.init("toolUseId", .string(id)), .init("content", .array(content.map(\.json)))]
        // A result without a status is a success.
        if isError { members.add("status", "error") }
        return .object(members)
    }

    init?(_ result: JSONFragment) {
        guard let id = result["toolUseId"]?.stringValue, let content = result["content"]?.arrayValue, result["type"] == nil else { return nil }
        self.init(id: id, content: content.map { Content($0) }, isError: result["status"] == "error")
    }
}

extension ToolResult.Content {
    var json: JSONFragment {
        switch self {
        case .text(let text): ["text": .string(text)]
        case .json(let value): ["json": value]
        case .image(let image): ["image": image.json]
        case .other(let part): part
        }
    }

    init(_ part: JSONFragment) {
        self =
            if let text = part["text"]?.stringValue {
                .text(text)
            } else if let value = part["json"] {
                .json(value)
            } else if let image = part["image"].flatMap(ConverseImage.init) {
                .image(image)
            } else {
                .other(part)
            }
    }
}
