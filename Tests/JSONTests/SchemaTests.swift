import JSON
import Testing

/// A type that describes itself.
private struct Level: JSONWrapper, Equatable {
    var rawValue: String
    static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        ["type": "string", "description": "A level of the test", "examples": ["N5"], "default": "N4"]
    }
}

private struct Leaf: JSONObject, Equatable {
    var id: Int
    static let json = Object("Leaf", { Self(id: $0) }, Field("id", \.id))
}

private struct Branch: JSONObject, Equatable {
    var leaf: Leaf, note: String?, hint: String?, size: Int
    static let json = Object(
        "Branch", { Self(leaf: $0, note: $1, hint: $2, size: $3) }, Field("leaf", \.leaf), Field("note", \.note), Field("hint", \.hint, omitNull: true),
        Field("size", \.size, default: 3))
}

private struct Trunk: JSONObject, Equatable {
    var branches: [Branch], trunks: [Trunk]
    static let json = Object("Trunk", { Self(branches: $0, trunks: $1) }, Field("branches", \.branches), Field("trunks", \.trunks))
}

/// Contains itself and nothing that differs.
private struct Knot: JSONObject, Equatable {
    var knots: [Knot], leaf: Leaf
    static let json = Object("Knot", { Self(knots: $0, leaf: $1) }, Field("knots", \.knots), Field("leaf", \.leaf))
}

@Suite struct `A schema` {
    private struct Plain: JSONObject { var level: Level; static let json = Object("Plain", { Self(level: $0) }, Field("level", \.level)) }
    private struct Spoken: JSONObject {
        var level: Level
        static let json = Object(
            "Spoken", { Self(level: $0) },
            Field("level", \.level, default: Level(rawValue: "N3"), example: Level(rawValue: "N1"), description: "Where to begin"))
    }

    @Test func `keeps what a type says of itself where the field says nothing`() {
        var registry = SchemaRegistry()
        let plain = Plain.json.schema(in: &registry)["properties"]?["level"], spoken = Spoken.json.schema(in: &registry)["properties"]?["level"]
        #expect(plain?["description"] == "A level of the test" && plain?["examples"] == ["N5"] && plain?["default"] == "N4")
        #expect(spoken?["description"] == "Where to begin" && spoken?["examples"] == ["N1"] && spoken?["default"] == "N3")
    }

    @Test func `of an integer tells its width`() {
        var registry = SchemaRegistry()
        #expect(
            Int.schema(in: &registry)["format"] == "int64" && Int64.schema(in: &registry)["format"] == "int64"
                && Int32.schema(in: &registry)["format"] == "int32")
        #expect(WordID.schema(in: &registry)["format"] == "int64")
    }

    private func settled(_ describe: (inout SchemaRegistry) -> Void) -> (schemas: JSONFragment, names: [String: String]) {
        var registry = SchemaRegistry()
        describe(&registry)
        return registry.settled()
    }

    @Test func `of an output requires what is always written, of an input what must be given`() {
        let input = settled { _ = Branch.schema(in: &$0) }, output = settled { $0.describing(.output) { _ = Branch.schema(in: &$0) } }
        #expect(input.schemas["Branch"]?["required"] == ["leaf"])
        #expect(output.schemas["Branch"]?["required"] == ["leaf", "note", "size"])
        #expect(output.schemas["Branch"]?["properties"]?["note"]?["anyOf"] == [["type": "string"], ["type": "null"]])
        #expect(output.schemas.members?.map(\.name) == ["Branch", "Leaf"])
        #expect(output.schemas["Branch"]?["properties"]?["leaf"]?["$ref"] == "#/components/schemas/Leaf")
    }

    @Test func `is one for both purposes where they do not differ, also where types contain themselves`() {
        let (schemas, names) = settled { registry in
            _ = Knot.schema(in: &registry)
            #expect(registry.describing(.output) { Knot.schema(in: &$0) }["$ref"] == "#/components/schemas/Knot-Output")
        }
        #expect(schemas.members?.map(\.name) == ["Knot", "Leaf"])
        #expect(JSONFragment.object([.init("$ref", "#/components/schemas/Knot-Output")]).renamingReferences(names)["$ref"] == "#/components/schemas/Knot")
    }

    @Test func `is two where they differ, and with it those that contain it`() {
        let (schemas, names) = settled { registry in
            _ = Trunk.schema(in: &registry)
            registry.describing(.output) { _ = Trunk.schema(in: &$0) }
        }
        #expect(schemas.members?.map(\.name) == ["Branch-Input", "Branch-Output", "Leaf", "Trunk-Input", "Trunk-Output"])
        #expect(schemas["Trunk-Input"]?["properties"]?["branches"]?["items"]?["$ref"] == "#/components/schemas/Branch-Input")
        #expect(schemas["Trunk-Output"]?["properties"]?["trunks"]?["items"]?["$ref"] == "#/components/schemas/Trunk-Output")
        #expect(schemas["Branch-Output"]?["properties"]?["leaf"]?["$ref"] == "#/components/schemas/Leaf")
        #expect(schemas["Trunk-Input"]?["title"] == "Trunk Input" && schemas["Trunk-Output"]?["title"] == "Trunk Output" && schemas["Leaf"]?["title"] == "Leaf")
        #expect(names["Trunk"] == "Trunk-Input" && names["Trunk-Output"] == nil)
    }

    @Test func `is described for the purpose at hand only as long as it is asked for`() {
        var registry = SchemaRegistry()
        registry.describing(.output) { registry in
            #expect(registry.purpose == .output)
            registry.describing(.input) { #expect($0.purpose == .input) }
            #expect(registry.purpose == .output)
        }
        #expect(registry.purpose == .input)
    }
}
