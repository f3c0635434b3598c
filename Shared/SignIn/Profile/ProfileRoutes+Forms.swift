import DesignSystem
import Encoding
import HTTPCore
import Platform
import Web

extension ProfileRoutes {
    func changePassword(visitor: PageVisitor, form: Form<ProfileForm>, context: RequestContext) async throws -> Response {
        try await answer(.password, visitor, context) { session in
            let old = form.value.oldPassword ?? "", new = form.value.newPassword ?? ""
            guard !old.isEmpty else { throw AccountProblem(field: .oldPassword, message: .missing) }
            guard !new.isEmpty else { throw AccountProblem(field: .newPassword, message: .missing) }
            try await sessions.changePassword(of: session, from: Secret(old), to: Secret(new), in: context)
            return back(with: .passwordChanged, context)
        }
    }

    func endSession(visitor: PageVisitor, form: Form<ProfileForm>, context: RequestContext) async throws -> Response {
        try await answer(.sessions, visitor, context) { session in
            let isEnded = try await sessions.end(form.value.session ?? "", from: session, in: context)
            guard isEnded else { throw AccountProblem(section: .sessions, message: .sessionUnknown) }
            return back(with: .sessionEnded, context)
        }
    }

    func signOutEverywhere(visitor: PageVisitor, context: RequestContext) async throws -> Response {
        try await answer(.sessions, visitor, context) { session in
            try await sessions.signOutEverywhere(session, in: context)
            return goingOn(to: sessions.hostedLogoutURL, product, visitor.language, answering: context.request)
        }
    }

    func askForExport(visitor: PageVisitor, context: RequestContext) async throws -> Response {
        try await answer(.data, visitor, context) { session in
            try await asked { try await rights.askForExport(of: session.subject, requestID: context.id) }
            return back(with: .exportAsked, context)
        }
    }

    func askForDeletion(visitor: PageVisitor, form: Form<ProfileForm>, context: RequestContext) async throws -> Response {
        let typed = form.value.confirmation ?? ""
        return try await answer(.deletion, visitor, context, confirmation: typed) { session in
            guard AccountPage.isConfirmed(typed, email: session.email) else { throw AccountProblem(field: .confirmation, message: .confirmationDiffers) }
            try await asked { try await rights.askForDeletion(of: session.subject, requestID: context.id) }
            return back(with: .deletionAsked, context)
        }
    }

    /// The copy, as a file to keep.
    func download(visitor: PageVisitor, context: RequestContext) async throws -> Response {
        guard let session = visitor.session else { return DoorPage.redirect(to: DoorPaths.own.signIn, answering: context.request) }
        guard let content = try await rights.exportContent(of: session.subject) else {
            throw HTTPError.notFound("export-not-found", "There is no copy to download; ask for one on your account page.")
        }
        let fields: Fields = [
            .contentType: "application/json", .contentDisposition: "attachment; filename=\"my-data.json\"", .cacheControl: "private, no-store",
        ]
        return Response(
            fields: fields,
            body: .stream(lengthBytes: content.lengthBytes) { writer in
                for number in 0..<content.pieceCount { try await writer.write(content.piece(number)) }
            })
    }

    private func asked(_ work: () async throws -> Void) async throws {
        do { try await work() } catch { throw SignInProblem.unavailable(cause: "\(error)") }
    }
}

extension AccountSession {
    init(_ entry: SessionEntry, current: String) {
        self.init(
            id: entry.id, device: entry.device, beganAt: Timestamp(entry.beganAt),
            seenAt: Timestamp(entry.seenAt), isCurrent: entry.id == current)
    }
}

extension ExportState {
    init(_ progress: ExportProgress) {
        self =
            switch progress {
            case .none: .none
            case .asked(let moment): .asked(at: Timestamp(moment))
            case .working: .working
            case .ready(let end): .ready(href: AccountPaths.own.export, until: Timestamp(end))
            case .failed: .failed
            }
    }
}

extension DeletionState {
    init(_ progress: DeletionProgress) {
        self =
            switch progress {
            case .none: .none
            case .asked(let moment): .asked(at: Timestamp(moment))
            case .working: .working
            case .failed: .failed
            }
    }
}
