import JSON
import Synchronization
import Testing

/// How often values were looked at in one test.
private final class Looks: Sendable {
    let validated = Atomic<Int>(0), redacted = Atomic<Int>(0)
    @TaskLocal static var current = Looks()
}

/// A number that counts how often it is looked at; it has no fast road.
private struct Watched: JSONValue, Equatable {
    static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Watched { throw reader.mismatch() }
    static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Watched? {
        Looks.current.validated.add(1, ordering: .relaxed)
        if input.intValue != nil { return Watched() }
        problems.add("int_type", "Input should be a valid integer", input: covered(input))
        return nil
    }
    static func covered(_ input: JSONFragment) -> JSONFragment { redacted(input) }
    static func redacted(_ input: JSONFragment) -> JSONFragment {
        Looks.current.redacted.add(1, ordering: .relaxed)
        return ProblemCollector.redaction
    }
    static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { true }
    static func schema(in registry: inout SchemaRegistry) -> JSONSchema { [:] }
    func write(to writer: inout JSONWriter) { writer.write(0) }
}

private struct Limited: JSONObject, Equatable {
    var values: [Watched], names: [String: Watched]
    static let json = Object(
        "Limited", { Self(values: $0, names: $1) }, Field("values", \.values, .count(...3), default: []), Field("names", \.names, .count(...3), default: [:]))
}

private struct Pair: JSONObject, Equatable {
    var name: String, secret: Watched
    static let json = Object("Pair", { Self(name: $0, secret: $1) }, Field("name", \.name), Field("secret", \.secret, secret: true))
}

private struct Pairs: JSONObject, Equatable {
    var pairs: [Pair], next: [Pairs]
    static let json = Object("Pairs", { Self(pairs: $0, next: $1) }, Field("pairs", \.pairs), Field("next", \.next, default: []))
}

@Suite struct `Work on a hostile input` {
    private static let count = 50_000

    private func problems<Value: JSONValue>(_ type: Value.Type, _ text: String) -> (InvalidInput?, validated: Int, redacted: Int) {
        let looks = Looks()
        let invalid = Looks.$current.withValue(looks) { #expect(throws: InvalidInput.self) { try Value.decode(json: Array(text.utf8)) } }
        return (invalid, looks.validated.load(ordering: .relaxed), looks.redacted.load(ordering: .relaxed))
    }

    private static func list(_ element: String) -> String { "[" + Array(repeating: element, count: count).joined(separator: ",") + "]" }

    @Test func `does not begin where there are too many elements or members`() {
        let (list, validated, redacted) = problems(Limited.self, #"{"values":\#(Self.list("1"))}"#)
        #expect(list?.problems.map(\.type) == ["too_long"] && list?.problems.first?.ctx.last?.value == .int(Self.count))
        #expect(validated == 0 && redacted <= ProblemCollector.maximumEchoBytes / 2)
        let members = (0..<Self.count).map { "\"\($0)\":1" }.joined(separator: ",")
        let (object, looked, covered) = problems(Limited.self, #"{"names":{\#(members)}}"#)
        #expect(object?.problems.map(\.type) == ["too_long"])
        #expect(looked == 0 && covered <= ProblemCollector.maximumEchoBytes / 2)
    }

    @Test func `ends with the last problem that is kept`() {
        let (list, validated, _) = problems([Watched].self, Self.list("null"))
        #expect(list?.problems.count == ProblemCollector.maximumProblems && validated == ProblemCollector.maximumProblems)
        let members = (0..<Self.count).map { "\"\($0)\":null" }.joined(separator: ",")
        let (object, looked, _) = problems([String: Watched].self, "{\(members)}")
        #expect(object?.problems.count == ProblemCollector.maximumProblems && looked == ProblemCollector.maximumProblems)
    }

    @Test func `covers no more secrets than an echo shows, however many there are`() {
        let pair = #"{"name":"a","secret":"hunter2"}"#
        for text in [#"{"pears":\#(Self.list(pair))}"#, #"{"pairs":{"pears":\#(Self.list(pair))}}"#, #"{"next":[{"pears":\#(Self.list(pair))}]}"#] {
            let (invalid, _, redacted) = problems(Pairs.self, text)
            #expect(invalid.map { !String(decoding: $0.body, as: UTF8.self).contains("hunter2") } == true)
            #expect(redacted <= ProblemCollector.maximumEchoBytes, "\(redacted)")
        }
    }

    @Test func `echoes what it must and then null, as FastAPI always sends an input`() throws {
        let long = "\"" + String(repeating: "x", count: 2_000) + "\""
        let (invalid, _, _) = problems([Int].self, "[" + Array(repeating: long, count: 60).joined(separator: ",") + "]")
        let body = try #require(invalid).body
        let inputs = (try JSON.parse(body)["detail"]?.arrayValue ?? []).map { $0["input"] }
        #expect(inputs.count == 60 && inputs.first??.stringValue?.hasPrefix("xxx") == true && inputs.last == .some(.null))
        #expect(body.count < 2 * ProblemCollector.maximumTotalEchoBytes)
    }

    @Test func `does not tell a long name again with each problem below it`() {
        let (invalid, _, _) = problems([String: [Int]].self, #"{"\#(String(repeating: "猫", count: 50_000))":\#(Self.list("null"))}"#)
        #expect(invalid?.problems.count == ProblemCollector.maximumProblems)
        #expect(invalid?.problems.first?.loc == ["body", .name(String(repeating: "猫", count: ProblemCollector.maximumNameBytes / 4) + "…"), 0])
        #expect(invalid.map { $0.body.count < 100_000 } == true)
    }

    @Test func `names a member in full while its name is short`() {
        let name = String(repeating: "x", count: ProblemCollector.maximumNameBytes)
        #expect(problems([String: Int].self, #"{"\#(name)":null}"#).0?.problems.first?.loc == ["body", .name(name)])
    }
}
