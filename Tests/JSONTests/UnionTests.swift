import JSON
import Testing

@Suite struct `A union` {
    private func fast(_ text: String) -> Figure? { try? JSON.read(Figure.self, from: Array(text.utf8).span) }
    private func thorough(_ text: String) throws -> Figure { try Figure.decode(try JSON.parse(Array(text.utf8))) }

    private func problem(_ text: String) throws -> InputProblem {
        let answer = #expect(throws: InvalidInput.self) { try Figure.decode(json: Array(text.utf8)) }
        return try #require(answer?.problems.first)
    }

    @Test(arguments: [
        (#"{"kind":"circle","radius":7}"#, Figure.circle(Circle(radius: 7))), (#" { "radius" : 7 , "kind" : "circle" } "#, .circle(Circle(radius: 7))),
        (#"{"kind":"text","style":"label","text":"a"}"#, .text(.label(Label(text: "a", size: nil)))),
        (#"{"text":"a","size":2,"style":"label","kind":"text"}"#, .text(.label(Label(text: "a", size: 2)))),
        (
            #"{"kind":"frame","inner":[{"kind":"circle","radius":1},{"style":"locked","kind":"text","pin":"12345678"}]}"#,
            .frame(Frame(inner: [.circle(Circle(radius: 1)), .text(.locked(Locked(code: "12345678")))], note: nil))
        ),
        (#"{"k\u0069nd":"circle","radius":7}"#, .circle(Circle(radius: 7))),
    ]) func `is read straight from its bytes wherever the tag stands among plain members`(text: String, figure: Figure) throws {
        #expect(fast(text) == figure)
        #expect(try thorough(text) == figure)
    }

    @Test func `whose tag stands behind a list is read by the thorough road`() throws {
        let text = #"{"inner":[{"kind":"circle","radius":1}],"kind":"frame"}"#
        #expect(fast(text) == nil)
        #expect(try Figure.decode(json: Array(text.utf8)) == .frame(Frame(inner: [.circle(Circle(radius: 1))], note: nil)))
    }

    @Test(arguments: [#"{"kind":"circle","kind":"frame"}"#, #"{"kind":"frame","kind":"circle","radius":2}"#])
    func `with two tags is what the last one says, on both roads`(text: String) throws {
        #expect(fast(text) == nil)
        #expect(try Figure.decode(json: Array(text.utf8)) == thorough(text))
    }

    @Test func `is written with its tags first, those of outer unions before the others`() {
        #expect(JSON.string(Figure.circle(Circle(radius: 7))) == #"{"kind":"circle","radius":7}"#)
        #expect(JSON.string(Figure.text(.label(Label(text: "a", size: nil)))) == #"{"kind":"text","style":"label","text":"a"}"#)
        #expect(JSON.string(Circle(radius: 7)) == #"{"radius":7}"#)
    }

    @Test func `tells the case in the place of a problem`() throws {
        let problem = try problem(#"{"kind":"frame","inner":[{"kind":"circle","radius":0}]}"#)
        #expect(problem.loc == ["body", "frame", "inner", 0, "circle", "radius"] && problem.type == "greater_than_equal")
    }

    @Test func `shows a long tag cut, and bounded`() throws {
        let long = String(repeating: "猫", count: 10_000)
        let problem = try problem(#"{"kind":"\#(long)"}"#)
        #expect(problem.type == "union_tag_invalid" && problem.msg.utf8.count < 400)
        #expect(try self.problem(#"{"kind":[\#(String(repeating: "[1],", count: 5_000))1]}"#).msg.utf8.count < 400)
    }

    @Test(arguments: [
        #"{"kind":"tixt","style":"locked","code":"hunter22hunter22"}"#, #"{"kind":"text","style":"lacked","code":"hunter22hunter22"}"#,
        #"{"kind":"text","style":"locked","pin":"hunter2"}"#, #"{"style":"locked","code":"hunter22hunter22"}"#, #"["hunter22hunter22"]"#,
        #"{"kind":"text","style":"locked","cude":"hunter22hunter22"}"#,
    ]) func `does not tell a secret, under whatever tag or name`(text: String) throws {
        let answer = #expect(throws: InvalidInput.self) { try Figure.decode(json: Array(text.utf8)) }
        #expect(answer.map { String(decoding: $0.body, as: UTF8.self).contains("hunter2") } == false)
    }

    private struct Vault: JSONObject {
        var figure: Figure
        static let json = Object("Vault", { Self(figure: $0) }, Field("figure", \.figure, secret: true))
    }

    @Test func `that is secret does not tell its tag`() throws {
        let answer = #expect(throws: InvalidInput.self) { try Vault.decode(json: Array(#"{"figure":{"kind":"hunter2"}}"#.utf8)) }
        #expect(answer.map { String(decoding: $0.body, as: UTF8.self).contains("hunter2") } == false)
    }

    @Test func `refuses members that its case does not declare`() throws {
        let problem = try problem(#"{"kind":"text","style":"label","text":"a","colour":1}"#)
        #expect(problem.type == "extra_forbidden" && problem.loc == ["body", "text", "label", "colour"])
    }
}

@Suite struct `A union's schema` {
    @Test func `is one of its cases' schemas, told apart by a constant member`() {
        var registry = SchemaRegistry()
        #expect(Figure.schema(in: &registry)["$ref"] == "#/components/schemas/Figure")
        let schemas = registry.settled().schemas
        #expect(schemas["Figure"]?["oneOf"]?[0] == ["$ref": "#/components/schemas/Circle"])
        #expect(schemas["Figure"]?["discriminator"]?["propertyName"] == "kind" && schemas["Figure"]?["description"] == "What a page shows.")
        #expect(schemas["Figure"]?["discriminator"]?["mapping"]?["text"] == "#/components/schemas/Text")
        #expect(schemas["Circle"]?["properties"]?["kind"] == ["type": "string", "const": "circle", "title": "Kind"])
        #expect(schemas["Circle"]?["required"] == ["kind", "radius"])
        #expect(schemas["Label"]?["required"] == ["kind", "style", "text"])
    }

    @Test func `maps its tags to the names that the schemas get in the end`() {
        var registry = SchemaRegistry()
        _ = Figure.schema(in: &registry)
        registry.describing(.output) { _ = Figure.schema(in: &$0) }
        let schemas = registry.settled().schemas
        #expect(schemas["Figure-Input"]?["discriminator"]?["mapping"]?["frame"] == "#/components/schemas/Frame-Input")
        #expect(schemas["Figure-Output"]?["discriminator"]?["mapping"]?["frame"] == "#/components/schemas/Frame-Output")
        #expect(schemas["Figure-Output"]?["discriminator"]?["mapping"]?["circle"] == "#/components/schemas/Circle")
    }

    @Test func `tells an object as a case from the same object alone`() {
        var registry = SchemaRegistry()
        _ = Circle.schema(in: &registry)
        _ = Figure.schema(in: &registry)
        let schemas = registry.settled().schemas
        #expect(schemas["Circle"]?["required"] == ["radius"] && schemas["Circle_2"]?["required"] == ["kind", "radius"])
    }
}
