import Contracts
import JSON

/// What the form about the topic sends; what is missing or wrong is told on the page.
struct OrderForm: JSONObject {
    let topic: String?
    let count: String?
    /// A topic that was pressed rather than typed.
    let suggestion: String?

    static let json = Object(
        "OrderForm", { Self(topic: $0, count: $1, suggestion: $2) }, Field("topic", \.topic), Field("word_count", \.count),
        Field("suggestion", \.suggestion))

    var text: String { suggestion ?? topic ?? "" }

    var number: Int? { count.flatMap { Int($0) } }

    func order() throws(Trouble) -> WordOrder { try .checked(topic: text, count: number) }
}

/// A group that a page sends back: to be saved, shown or downloaded. It is checked as if anybody had written it.
struct GroupForm: JSONObject {
    static let groupName = "group"
    let text: String?

    static let json = Object("GroupForm", { Self(text: $0) }, Field(groupName, \.text))

    func group() throws(Trouble) -> GeneratedGroup {
        guard let text, let group = try? GeneratedGroup.decode(json: Array(text.utf8)), group.isSound else { throw .groupBroken }
        return group
    }
}
