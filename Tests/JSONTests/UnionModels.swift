import Encoding
import JSON

struct Circle: JSONObject, Equatable {
    var radius: Int
    static let json = Object("Circle", { Self(radius: $0) }, Field("radius", \.radius, .range(1...)))
}

/// Takes nothing but what it declares, under two names.
struct Label: JSONObject, Equatable {
    var text: String, size: Int?
    static let json = Object(
        "Label", { Self(text: $0, size: $1) }, Field("text", \.text, .length(1...), alsoNamed: ["caption", "title"]), Field("size", \.size, omitNull: true),
        unknownFields: .refuse)
}

struct Locked: JSONObject, Equatable {
    var code: String
    static let json = Object("Locked", { Self(code: $0) }, Field("code", \.code, .length(8...), secret: true, alsoNamed: ["pin"]))
}

/// Holds figures itself.
struct Frame: JSONObject, Equatable {
    var inner: [Figure], note: String?
    static let json = Object("Frame", { Self(inner: $0, note: $1) }, Field("inner", \.inner, default: []), Field("note", \.note))
}

enum Text: JSONUnion, Equatable {
    case label(Label), locked(Locked)
    static let json = OneOf(
        "Text", tag: "style", Case("label", Text.label) { if case .label(let label) = $0 { label } else { nil } },
        Case("locked", Text.locked) { if case .locked(let locked) = $0 { locked } else { nil } })
}

indirect enum Figure: JSONUnion, Equatable {
    case circle(Circle), frame(Frame), text(Text)
    static let json = OneOf(
        "Figure", tag: "kind", description: "What a page shows.",
        Case("circle", Figure.circle) { if case .circle(let circle) = $0 { circle } else { nil } },
        Case("frame", Figure.frame) { if case .frame(let frame) = $0 { frame } else { nil } },
        Case("text", Figure.text) { if case .text(let text) = $0 { text } else { nil } })
}

enum Priority: Int, JSONEnum, CaseIterable {
    case low = 1
    case high = 5
}

/// Every kind of value that the plainer models lack.
struct Notebook: JSONObject, Equatable {
    var id: UUID, wait: Duration?, price: Decimal, data: Base64Data, priority: Priority, figures: [Figure], cover: Figure?, byName: [String: Figure]
    var label: Label, type: String
    static let json = Object(
        "Notebook",
        {
            Self(id: $0, wait: $1, price: $2, data: $3, priority: $4, figures: $5, cover: $6, byName: $7, label: $8, type: $9)
        },
        Field("id", \.id), Field("wait", \.wait), Field("price", \.price), Field("data", \.data), Field("priority", \.priority),
        Field("figures", \.figures), Field("cover", \.cover, omitNull: true), Field("by_name", \.byName, default: [:]), Field("label", \.label),
        Field("type", \.type, .oneOf(["notebook"]), default: "notebook"))
}
