import Contracts
import HTTPCore
import SignIn
import Web

/// A group as a file: `/downloads/words.csv` for tables.
struct DownloadRoutes: Sendable {
    let sessions: LearnerSessions

    func register(on routes: RouteGroup) {
        let files: RouteGroup = routes.group("/downloads", options: [.hidden, .bodyLimit(bytes: PageRoutes.bodyLimitBytes)])
        files.post("/words.csv", table)
    }

    func table(visitor: PageVisitor, form: Form<GroupForm>, context: RequestContext) async throws -> Response {
        let group = try group(visitor, form.value)
        return Self.file(WordTable(group).bytes, "text/csv; charset=utf-8", "\(group.groupName).csv")
    }

    private func group(_ visitor: PageVisitor, _ form: GroupForm) throws -> GeneratedGroup {
        do throws(Trouble) {
            guard visitor.session != nil, visitor.trouble == nil else { throw .sessionOver }
            guard !visitor.isForged else { throw .formTooOld }
            return try form.group()
        } catch {
            throw error.httpError(visitor.language)
        }
    }

    static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        let fields: Fields = [.contentType: type, .contentDisposition: FileName.attachment(name), .cacheControl: "private, no-store"]
        return Response(fields: fields, body: .bytes(bytes))
    }
}
