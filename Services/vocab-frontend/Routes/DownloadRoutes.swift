import Contracts
import HTTPCore
import Platform
import SignIn
import Web

/// A group as a file: `/downloads/words.csv` for tables, `/downloads/words.apkg` for Anki.
struct DownloadRoutes: Sendable {
    let sessions: LearnerSessions
    let sounds: SoundSource
    var clock: any WallClock & MonotonicClock = SystemClock()

    /// How long sounds are asked for; what is not there by then is left out.
    private static let patience = Duration.seconds(15)

    func register(on routes: RouteGroup) {
        let files: RouteGroup = routes.group("/downloads", options: [.hidden, .bodyLimit(bytes: PageRoutes.bodyLimitBytes)])
        files.post("/words.csv", table)
        files.post("/words.apkg", options: [.deadline(.seconds(50))], deck)
    }

    func table(visitor: PageVisitor, form: Form<GroupForm>, context: RequestContext) async throws -> Response {
        let (group, _) = try checked(visitor, form.value)
        return Self.file(WordTable(group).bytes, "text/csv; charset=utf-8", "\(group.groupName).csv")
    }

    func deck(visitor: PageVisitor, form: Form<GroupForm>, context: RequestContext) async throws -> Response {
        let (group, session) = try checked(visitor, form.value)
        let sounds = await sounds(of: group, session, context)
        let package = AnkiPackage(group: group, sounds: sounds, seconds: Int(clock.now().seconds))
        return Self.file(try await package.bytes(), "application/octet-stream", "\(group.groupName).apkg")
    }

    /// As many as can be had: a deck without sounds is better than none.
    private func sounds(of group: GeneratedGroup, _ session: SignedInSession, _ context: RequestContext) async -> [String: AnkiPackage.Sound] {
        guard let learner = try? await sessions.caller(session, in: context) else { return [:] }
        let end = clock.uptime() + Self.patience
        var sounds: [String: AnkiPackage.Sound] = [:]
        for word in group.words where clock.uptime() < end {
            do throws(Trouble) {
                guard let sound = try await self.sounds.whole(SoundRequest(text: word.japanese, voice: nil), as: learner) else { continue }
                sounds[word.japanese] = AnkiPackage.Sound(bytes: sound.bytes, fileExtension: sound.fileExtension)
            } catch {
                // The others would fail as well, one time-out after the other.
                break
            }
        }
        return sounds
    }

    private func checked(_ visitor: PageVisitor, _ form: GroupForm) throws -> (GeneratedGroup, SignedInSession) {
        do throws(Trouble) {
            let session = try sessions.learner(visitor)
            return (try form.group(), session)
        } catch {
            throw error.httpError(visitor.language)
        }
    }

    static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        let fields: Fields = [.contentType: type, .contentDisposition: FileName.attachment(name), .cacheControl: "private, no-store"]
        return Response(fields: fields, body: .bytes(bytes))
    }
}
