import JSON
import Testing

@Suite struct `A field with other names` {
    private func fast(_ text: String) -> Label? { try? JSON.read(Label.self, from: Array(text.utf8).span) }
    private func whole(_ text: String) throws -> Label { try Label.decode(json: Array(text.utf8)) }

    @Test(arguments: [#"{"text":"a"}"#, #"{"caption":"a"}"#, #"{"size":null,"title":"a"}"#]) func `is read straight from its bytes under each`(text: String) {
        #expect(fast(text) == Label(text: "a", size: nil))
    }

    @Test func `is written under its own`() { #expect(JSON.string(Label(text: "a", size: nil)) == #"{"text":"a"}"#) }

    @Test func `given twice counts under the first of its names, and the other is unknown`() throws {
        for text in [#"{"title":"b","caption":"a"}"#, #"{"caption":"a","title":"b"}"#] {
            #expect(fast(text) == nil)
            let answer = #expect(throws: InvalidInput.self) { try whole(text) }
            #expect(answer?.problems.map(\.loc) == [["body", "title"]] && answer?.problems.map(\.type) == ["extra_forbidden"])
        }
    }

    @Test func `is missing under its own`() {
        let answer = #expect(throws: InvalidInput.self) { try whole("{}") }
        #expect(answer?.problems.map(\.loc) == [["body", "text"]])
    }

    @Test func `is taken from parameters and forms too`() throws {
        #expect(try Label.decode(parameters: { $0 == "title" ? ["x"] : [] }, allNames: ["title"]) == Label(text: "x", size: nil))
        #expect(try Label.decode(form: [.init("title", "b"), .init("caption", "c"), .init("caption", "d")].filter { $0.name != "title" }).text == "d")
    }
}

@Suite struct `A field for those who know it` {
    private struct Word: JSONObject {
        var text: String, debug: Bool?
        static let json = Object("Word", { Self(text: $0, debug: $1) }, Field("text", \.text, examples: ["猫", "犬"]), Field("debug", \.debug, hidden: true))
    }

    @Test func `is taken but not described`() throws {
        var registry = SchemaRegistry()
        let schema = Word.json.schema(in: &registry)
        #expect(schema["properties"]?.members?.map(\.name) == ["text"] && schema["properties"]?["text"]?["examples"] == ["猫", "犬"])
        #expect(try Word.decode(json: Array(#"{"text":"a","debug":true}"#.utf8)).debug == true)
    }
}

@Suite struct `A constant` {
    @Test func `is described as one, several as choices`() {
        var registry = SchemaRegistry()
        let schema = Notebook.json.schema(in: &registry)["properties"]
        #expect(schema?["type"] == ["type": "string", "const": "notebook", "title": "Type", "default": "notebook"])
        _ = Priority.schema(in: &registry)
        #expect(registry.settled().schemas["Priority"] == ["type": "integer", "enum": [1, 5], "title": "Priority"])
    }
}
