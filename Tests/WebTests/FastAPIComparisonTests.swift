import HTTPCore
import JSON
import TestKit
import Testing
import Web

/// One request and what FastAPI answered to it.
struct PeerCase: Sendable, CustomTestStringConvertible {
    var method: HTTPCore.Method, target: String, headers: Fields, body: String
    var status: Int, response: JSONFragment

    var testDescription: String { "\(method.name) \(target) \(body)" }

    /// The answers in Tests/Peers/fastapi_problems.json.
    static let recorded: [PeerCase] = {
        guard let document = try? JSON.parse(fileBytes("../Peers/fastapi_problems.json")) else { return [] }
        return (document["cases"]?.arrayValue ?? []).compactMap(PeerCase.init)
    }()

    init?(_ fragment: JSONFragment) {
        guard let method = fragment["method"]?.stringValue, let target = fragment["target"]?.stringValue, let headers = fragment["headers"]?.members,
            let body = fragment["body"]?.stringValue, let status = fragment["status"]?.intValue, let response = fragment["response"]
        else { return nil }
        self.method = HTTPCore.Method(method)
        self.target = target
        self.headers = Fields()
        for header in headers { self.headers.append(FieldName(header.name), header.value.stringValue ?? "") }
        self.body = body
        self.status = status
        self.response = response
    }

    /// Where we differ on purpose: integers have 64 bits here, an encoded slash stays inside its segment, and several bodies in one are one body,
    /// which is missing as a whole.
    var isDifferentOnPurpose: Bool { target.contains("99999999999999999999") || target.contains("%2F") || target == "/two-bodies" && body.isEmpty }

    /// FastAPI echoes null for a missing parameter or one of several bodies, and all that was sent for a missing field of a model. Here parameters are
    /// always fields of an object, and bodies are fields of one: parameters echo null, bodies all that was sent.
    var echoesMissingOtherwise: Bool { target == "/two-bodies" || target == "/strict-cookies" }
}

@Suite struct `FastAPI comparison` {
    private let client = TestClient(Application { PeerRoutes().register(on: $0) })

    @Test func `the recorded answers are there`() {
        #expect(PeerCase.recorded.count >= 100)
    }

    @Test(arguments: PeerCase.recorded.filter { !$0.isDifferentOnPurpose })
    func `status and body are FastAPI's`(peer: PeerCase) async throws {
        let response = try await client.send(peer.method, peer.target, headers: peer.headers, body: .buffered(Array(peer.body.utf8)))
        #expect(Int(response.status.code) == peer.status)
        let answer = try JSON.parse(response.body)
        guard peer.echoesMissingOtherwise else { return #expect(canonical(answer) == canonical(peer.response)) }
        #expect(canonical(withoutEchoOfMissing(answer)) == canonical(withoutEchoOfMissing(peer.response)))
    }

    private func withoutEchoOfMissing(_ answer: JSONFragment) -> JSONFragment {
        guard let problems = answer["detail"]?.arrayValue else { return answer }
        return .array(problems.map { $0["type"] == "missing" ? .object(($0.members ?? []).filter { $0.name != "input" }) : $0 })
    }

    @Test func `an integer beyond 64 bits is a problem here`() async throws {
        #expect(try await client.get("/words/99999999999999999999").status == .unprocessableContent)
        #expect(try await client.get("/words?page=99999999999999999999").status == .unprocessableContent)
    }

    @Test func `an encoded slash stays inside its segment here`() async throws {
        let response = try await client.get("/words/7%2F8")
        #expect(response.status == .unprocessableContent)
        #expect(response.text.contains(#""input":"7/8""#))
    }
}

/// Members sorted by name, and numbers by value: JSON gives neither the order of members nor `1.0` a meaning.
private func canonical(_ value: JSONFragment) -> JSONFragment {
    switch value {
    case .object(let members): .object(members.map { .init($0.name, canonical($0.value)) }.sorted { $0.name < $1.name })
    case .array(let elements): .array(elements.map(canonical))
    case .int(let number): .double(Double(number))
    default: value
    }
}
