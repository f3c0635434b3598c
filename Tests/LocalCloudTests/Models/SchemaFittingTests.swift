import JSON
import Testing

@testable import local_cloud

@Suite struct SchemaFittingTests {
    private let facts: JSONFragment = ["words": [["japanese": "水", "romaji": "mizu"], ["japanese": "火", "romaji": "hi"]], "topic": "Nature", "score": 75]

    @Test(arguments: 0..<400) func `an answer fits any schema`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var schema = Self.object(&random, depth: 0)
        if case .object(let members) = schema { schema = .object(members + [.init("$defs", ["leaf": ["type": "string", "maxLength": 3]])]) }
        let value = SchemaFitting.fit(schema, facts, seed: seed)
        #expect(SchemaChecker.problems(value, schema, root: schema) == [], "\(JSON.string(schema))")
    }

    @Test func `facts go where their names say, also by other names`() {
        let schema: JSONFragment = [
            "type": "object",
            "properties": [
                "vocabulary": ["type": "array", "items": ["type": "object", "properties": ["kanji": ["type": "string"], "Romaji": ["type": "string"]]]],
                "title": ["type": "string"],
            ],
        ]
        let value = SchemaFitting.fit(schema, facts, seed: 1)
        #expect(value["vocabulary"] == [["kanji": "水", "Romaji": "mizu"], ["kanji": "火", "Romaji": "hi"]])
    }

    @Test func `a list has no more and no fewer than it may`() {
        let list = { (least: Int, most: Int) -> Int? in
            let schema: JSONFragment = [
                "type": "object", "properties": ["words": ["type": "array", "minItems": .int(least), "maxItems": .int(most), "items": ["type": "object"]]],
            ]
            return SchemaFitting.fit(schema, self.facts, seed: 1)["words"]?.arrayValue?.count
        }
        #expect(list(0, 1) == 1 && list(5, 9) == 5 && list(0, 9) == 2)
    }

    @Test(
        arguments: [
            ["multipleOf": 0], ["multipleOf": -1], ["multipleOf": .double(.infinity)], ["minimum": .double(.infinity)], ["maximum": .double(-.infinity)],
            ["exclusiveMinimum": .double(-.infinity), "multipleOf": .double(.infinity)], ["minimum": 1e300, "multipleOf": 1e-300],
            ["minimum": 5, "maximum": -5],
        ] as [JSONFragment]) func `a number that no schema should ask for is answered all the same`(bounds: JSONFragment)
    {
        let value = SchemaFitting.fit(.object([.init("type", "integer")] + (bounds.members ?? [])), facts, seed: 1)
        #expect(value.intValue.map { abs($0) <= 9_000_000_000_000_000 } == true, "\(value)")
    }

    @Test(
        arguments: [
            [
                "type": "object", "required": ["a", "b", "c", "d"],
                "properties": ["a": ["$ref": "#"], "b": ["$ref": "#"], "c": ["$ref": "#"], "d": ["$ref": "#"]],
            ],
            ["type": "array", "minItems": 1, "items": ["$ref": "#"]], ["type": "array", "minItems": 1_000, "items": ["$ref": "#"]],
            ["type": "array", "minItems": 1_000, "items": ["type": "string", "minLength": 10_000]],
            ["type": "array", "minItems": 1_000, "items": ["const": .string(String(repeating: "x", count: 10_000))]],
            ["type": "array", "minItems": 1_000, "items": ["enum": [.string(String(repeating: "x", count: 10_000))]]],
        ] as [JSONFragment]) func `a schema that demands without end is answered within bounds`(schema: JSONFragment)
    {
        #expect(JSON.encode(SchemaFitting.fit(schema, facts, seed: 1)).count < 1_000_000)
    }

    @Test func `a schema that contains itself comes to an end`() {
        let schema: JSONFragment = [
            "type": "object", "required": ["name"],
            "properties": ["name": ["type": "string"], "children": ["type": "array", "items": ["$ref": "#"]], "next": ["$ref": "#"]],
        ]
        let value = SchemaFitting.fit(schema, facts, seed: 1)
        #expect(SchemaChecker.problems(value, schema, root: schema) == [])
    }

    private static func object(_ random: inout SeededRandom, depth: Int) -> JSONFragment {
        let names = ["japanese", "words", "score", "lines", "topic", "flag", "x1", "deep_thing"].filter { _ in random.chance(0.5) }
        let properties = names.map { JSONFragment.Member($0, schema(&random, depth: depth + 1)) }
        let required = names.filter { _ in random.chance(0.6) }.map { JSONFragment.string($0) }
        return ["type": "object", "properties": .object(properties), "required": .array(required), "additionalProperties": false]
    }

    private static func schema(_ random: inout SeededRandom, depth: Int) -> JSONFragment {
        let low = Int(random.next() % 5), high = low + Int(random.next() % 5)
        switch random.next() % (depth < 4 ? 11 : 7) {
        case 0: return ["type": "string", "minLength": .int(low), "maxLength": .int(high)]
        case 1: return ["type": "integer", "minimum": .int(low), "maximum": .int(high)]
        case 2: return ["type": "number", "exclusiveMinimum": .int(low), "maximum": .int(high + 1)]
        case 3: return ["type": "boolean"]
        case 4: return ["enum": ["noun", "verb", 3]]
        case 5: return ["const": "fixed"]
        case 6: return ["$ref": "#/$defs/leaf"]
        case 7: return ["type": "array", "minItems": .int(low), "maxItems": .int(high), "items": schema(&random, depth: depth + 1)]
        case 8: return ["anyOf": [["type": "null"], schema(&random, depth: depth + 1)]]
        case 9: return ["type": "integer", "multipleOf": .int(low + 1), "minimum": .int(low)]
        default: return object(&random, depth: depth)
        }
    }
}
