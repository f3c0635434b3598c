import AWS
import HTTPCore
import JSON
import Japanese
import Platform
import ServiceKit
import Web

/// How words sound: GET `/api/v1/vocab/audio?text=&voice=`, also under `/api` and `/v1`, as MP3, with ranges and an entity tag by content.
struct SpeechRoutes: Sendable {
    let studio: SpeechStudio
    /// Speech costs by the letter and is no part of the models' budgets: a day of learning, and no more.
    private static let textsADay = 2_000
    /// Nothing of one text and voice ever changes.
    private static let cacheControl = "private, max-age=31536000, immutable"

    struct Question: JSONObject, Equatable {
        var text: String
        var voice: String

        static let json = Object(
            "SpeechQuestion", { Question(text: $0, voice: $1) }, Field("text", \.text, .length(1...200), example: "食べ物"),
            Field("voice", \.voice, .oneOf(Utterance.Voice.allCases.map(\.rawValue)), default: Utterance.Voice.kazuha.rawValue))
    }

    func register(on routes: RouteGroup) {
        let options: [RouteOption] = [.userAndService, .answers(.badRequest), .answers(.serviceUnavailable)]
        let area = routes.group("/api/v1/vocab", alsoAt: ["/api", "/v1"], tags: ["speech"], options: options)
        area.get(
            "/audio", summary: "How a word or a sentence sounds",
            options: [.rateLimit(120, per: .minute, by: .user), .rateLimit(Self.textsADay, per: .day, by: .user), .deadline(.seconds(15))], speak)
    }

    func speak(user: CurrentUser, query: Query<Question>) async throws -> BytesOutput {
        let text = query.value.text
        guard Kana.isJapanese(text), let voice = Utterance.Voice(rawValue: query.value.voice) else {
            throw HTTPError(.badRequest, type: "text-not-japanese", detail: "Only Japanese is spoken here: send a word or a sentence in kana and kanji.")
        }
        let utterance = Utterance(text: text, voice: voice)
        do throws(AWSError) {
            let audio = try await studio.sound(of: utterance)
            return BytesOutput(audio, contentType: SpeechStudio.contentType, version: utterance.version, cacheControl: Self.cacheControl)
        } catch {
            throw HTTPError.unavailable(
                "speech-unavailable", "This cannot be spoken just now; try again in a moment.", retryAfter: .seconds(5), debugDescription: error.description)
        }
    }
}
