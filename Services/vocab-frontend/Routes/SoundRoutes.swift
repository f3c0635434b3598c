import HTTPClient
import HTTPCore
import JSON
import SignIn
import Web

/// How a word sounds, from the backend: `GET /audio?text=猫&voice=Tomoko`, with ranges and entity tags as the backend has them.
struct SoundRoutes: Sendable {
    let sessions: LearnerSessions
    let sounds: SoundSource

    func register(on routes: RouteGroup) { routes.group(options: [.hidden]).get("/audio", options: [.deadline(.seconds(35))], play) }

    func play(visitor: PageVisitor, query: Query<SoundRequest>, context: RequestContext) async throws -> Response {
        do throws(Trouble) {
            let learner = try await sessions.caller(try sessions.learner(visitor), in: context)
            let answer = try await sounds.open(query.value, Self.passed(context.request.fields), as: learner)
            return try await response(answer, learner)
        } catch {
            throw error.httpError(visitor.language)
        }
    }

    /// What the browser may ask for.
    private static func passed(_ fields: Fields) -> [HTTPClientHeader] {
        ["Range", "If-Range", "If-None-Match"].compactMap { name in fields[FieldName(name)].map { HTTPClientHeader(name, $0) } }
    }

    /// Sounds, parts of them, and that nothing has changed; anything else is a trouble.
    private func response(_ answer: HTTPClientStream, _ learner: CallingLearner) async throws(Trouble) -> Response {
        let isSound = answer.header("Content-Type").map { SoundSource.fileExtension(of: $0) != nil } ?? false
        guard [200, 206].contains(answer.status) && isSound || [304, 416].contains(answer.status) else { throw await sounds.calls.refusal(answer, of: learner) }
        var fields = Fields()
        for name in ["Content-Type", "ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Cache-Control"]
        where answer.status != 416 || name == "Content-Range" {
            if let value = answer.header(name) { fields.append(FieldName(name), value) }
        }
        guard answer.status < 300 else { return Response(status: Status(answer.status), fields: fields) }
        let length = answer.header("Content-Length").flatMap { Int($0) }
        return Response(
            status: Status(answer.status), fields: fields,
            body: .stream(lengthBytes: length) { writer in
                while let piece = try await answer.next() { try await writer.write(piece) }
            })
    }
}
