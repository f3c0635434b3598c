import Contracts
import Crypto
import Encoding
import HTTPClient
import JSON
import Platform

/// Saves groups in the learner's portal, by its public API and in the learner's name.
struct PortalImport: Sendable {
    private let origin: String
    private let client: any HTTPClient
    private let logger: Logger

    /// - Parameter origin: where services find the portal, without a slash at the end.
    init(_ origin: String, client: any HTTPClient, logger: Logger) {
        self.origin = origin
        self.client = client
        self.logger = logger
    }

    private static let limits = HTTPClientLimits(firstByteTimeout: .seconds(15), totalTimeout: .seconds(20), maximumResponseBytes: 64 * 1_024)

    /// Twice is as good as once, for the portal adds only what is missing. The key is this attempt's alone: by one made from the content the portal would answer
    /// from memory for a day, and lead to a group that was deleted meanwhile.
    func save(_ group: GeneratedGroup, as learner: CallingLearner) async throws(Trouble) -> SavedGroup {
        let body = JSON.encode(VocabularyGroup(group)), key = "vocab-" + Hex.encode(SecureRandom.bytes(16))
        let request = HTTPClientRequest(
            method: "POST", url: origin + "/api/v1/lang-portal/groups/import",
            headers: learner.headers + [HTTPClientHeader("Content-Type", "application/json"), HTTPClientHeader("Idempotency-Key", key)],
            body: body, limits: Self.limits, isIdempotent: true)
        let answer: HTTPClientResponse
        do throws(HTTPClientError) {
            answer = try await client.send(request)
        } catch {
            log(learner) { $0.field("error", "\(error)") }
            throw .portalAway
        }
        guard answer.status == 200, let imported = try? ImportedGroup.decode(json: answer.body) else {
            log(learner) { $0.field("status", answer.status) }
            throw Self.trouble(answer)
        }
        return SavedGroup(id: imported.groupID, created: imported.created, existing: imported.existing)
    }

    private func log(_ learner: CallingLearner, _ cause: (inout LogFields) -> Void) {
        logger.warning("group.unsaved") { line in
            line.field("request_id", learner.requestID)
            cause(&line)
        }
    }

    private static func trouble(_ answer: HTTPClientResponse) -> Trouble {
        switch answer.status {
        case 401: .sessionOver
        case 409 where isQuota((try? JSON.parse(answer.body, maximumDepth: 8))?["type"]?.stringValue ?? ""): .portalFull
        case 422: .groupBroken
        case 429: .throttled(seconds: answer.header("Retry-After").flatMap { Int($0) })
        default: .portalAway
        }
    }

    /// Of the conflicts the portal knows, these stay until something is deleted.
    private static func isQuota(_ type: String) -> Bool { type.hasSuffix("-quota-reached") || type == "group-full" }
}

extension VocabularyGroup {
    /// What the portal keeps of a generated group.
    init(_ group: GeneratedGroup) {
        self.init(
            groupName: group.groupName,
            words: group.words.map { VocabularyWord(japanese: $0.japanese, romaji: $0.romaji, english: $0.english, parts: $0.parts) })
    }
}
