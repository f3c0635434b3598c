import HTTPCore
import ServiceKit
public import SignIn
public import Web

/// A learner's rights over JSON, by access token: `/account`, `/account/export` and `/account/export/content` within a group of the service.
public struct AccountRoutes: Sendable {
    private let rights: any LearnerRights

    /// Routes to these rights.
    public init(_ rights: any LearnerRights) { self.rights = rights }

    /// Declares the routes.
    public func register(on routes: RouteGroup) {
        let account: RouteGroup = routes.group("/account", tags: ["account"], options: [.requires(CurrentUser.self), .bodyLimit(bytes: 4_096)])
        account.use(PrivateAnswers())
        account.get("", summary: "Whether this account is being deleted", show)
        account.delete(
            "", summary: "Delete this account and everything in it; it cannot be taken back", status: .accepted,
            options: [.description(Self.deletionDescription)], delete)
        account.get("/export", summary: "How far the copy of your data is", showExport)
        account.post(
            "/export", summary: "Ask for a copy of everything we hold about you", status: .accepted,
            options: [
                .description("It is made in the background and kept for seven days; while one is being made, asking again changes nothing."),
                .answers(.conflict, "The account is being deleted."),
            ], askForExport)
        account.get(
            "/export/content", summary: "The copy, a JSON document with an array for each part",
            options: [.answers(.notFound, "No copy is ready.")], content)
    }

    private static let deletionDescription = """
        Ends every session at once, then deletes in the background; access tokens that are out stay readable until they expire, but nothing new can be begun \
        with them. A deletion that failed can be asked for again.
        """
}

extension AccountRoutes {
    func show(user: CurrentUser) async throws -> AccountReport {
        AccountReport(deletion: DeletionReport(try await rights.deletion(of: user.id.text)))
    }

    func delete(user: CurrentUser, body: Body<DeletionDemand>, context: RequestContext) async throws -> AccountReport {
        try await rights.askForDeletion(of: user.id.text, requestID: context.id)
        return try await show(user: user)
    }

    func showExport(user: CurrentUser) async throws -> ExportReport { ExportReport(try await rights.export(of: user.id.text)) }

    func askForExport(user: CurrentUser, context: RequestContext) async throws -> ExportReport {
        do {
            try await rights.askForExport(of: user.id.text, requestID: context.id)
        } catch LearnerDataError.isLeaving {
            throw HTTPError.conflict("account-being-deleted", "This account is being deleted with everything in it; there is nothing to copy any more.")
        }
        return try await showExport(user: user)
    }

    func content(user: CurrentUser) async throws -> StreamingOutput<JSONStream> {
        guard let content = try await rights.exportContent(of: user.id.text) else {
            throw HTTPError.notFound("export-not-found", "No copy is ready; ask for one with POST to /account/export, and wait until its state is ready.")
        }
        let fields: Fields = [.contentDisposition: "attachment; filename=\"my-data.json\""]
        return StreamingOutput(lengthBytes: content.lengthBytes, fields: fields) { writer in
            for number in 0..<content.pieceCount { try await writer.write(content.piece(number)) }
        }
    }
}

/// A JSON document.
enum JSONStream: StreamedMediaType {
    static var contentType: String { "application/json" }
}
