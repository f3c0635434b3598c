import Encoding
import Foundation
import JSON
import Testing

/// What the real FastAPI answered; `Tests/Peers/pydantic_problems.py` asks it again.
private struct PeerCase: Sendable, CustomTestStringConvertible {
    let model: String, body: String?, query: String?, status: Int, answer: JSONFragment
    var testDescription: String { "\(model) \(body ?? query ?? "")" }

    static let all: [PeerCase] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "pydantic_problems.json")
        guard let data = try? Data(contentsOf: path), let cases = try? JSON.parse([UInt8](data)).arrayValue else { return [] }
        return cases.map { item in
            PeerCase(
                model: item["model"]?.stringValue ?? "", body: item["body"]?.stringValue, query: item["query"]?.stringValue,
                status: item["status"]?.intValue ?? 0, answer: item["answer"] ?? .null)
        }
    }()
}

struct Params: JSONObject, Equatable {
    var kind: WordKind, page: Int, perPage: Int, q: String?, tags: [Int], ratio: Double, deep: Bool
    static let json = Object(
        "Params", { Self(kind: $0, page: $1, perPage: $2, q: $3, tags: $4, ratio: $5, deep: $6) },
        Field("kind", \.kind), Field("page", \.page, .range(1...), default: 1), Field("per_page", \.perPage, .range(1...500), default: 100),
        Field("q", \.q, .length(...5)),
        Field("tags", \.tags, default: []), Field("ratio", \.ratio, default: 0.5), Field("deep", \.deep, default: false))
}

@Suite struct PydanticTests {
    /// 200 with the value as it is written again, or 422 with every problem.
    private func ours(_ peer: PeerCase) throws -> (status: Int, answer: JSONFragment) {
        do throws(InvalidInput) {
            let body = Array((peer.body ?? "").utf8)
            let bytes =
                switch peer.model {
                case "Kitchen": JSON.encode(try Kitchen.decode(json: body))
                case "VocabularyRequest": JSON.encode(try VocabularyRequest.decode(json: body))
                case "Words": JSON.encode(try [Strict].decode(json: body))
                default: JSON.encode(try params(peer.query ?? ""))
                }
            return (200, (try? JSON.parse(bytes)) ?? .null)
        } catch {
            return (422, try JSON.parse(error.body))
        }
    }

    private func params(_ query: String) throws(InvalidInput) -> Params {
        let pairs = (try? QueryString(parsing: query)) ?? QueryString()
        return try Params.decode(parameters: { pairs.values($0) })
    }

    @Test func `the peer's answers are there`() {
        #expect(PeerCase.all.count > 250)
        #expect(PeerCase.all.contains { $0.status == 200 } && PeerCase.all.contains { $0.status == 422 })
    }

    @Test(arguments: PeerCase.all) private func `we answer as FastAPI and pydantic do`(peer: PeerCase) throws {
        let (status, answer) = try ours(peer)
        #expect(status == peer.status)
        #expect(normalised(answer) == normalised(peer.answer), "\(JSON.string(answer)) but the peer \(JSON.string(peer.answer))")
    }

    /// A whole number is the same number with and without `.0`; a moment is the same moment with and without `Z`.
    private func normalised(_ value: JSONFragment) -> JSONFragment {
        switch value {
        case .double(let number): return Int(exactly: number).map { .int($0) } ?? value
        case .array(let elements): return .array(elements.map(normalised))
        case .object(let members):
            return .object(
                members.map { member in
                    guard member.name == "moment", let text = member.value.stringValue, let moment = Timestamp(iso8601: text) else {
                        return .init(member.name, normalised(member.value))
                    }
                    return .init(member.name, .int(Int(moment.microsecondsSinceEpoch)))
                })
        default: return value
        }
    }
}
