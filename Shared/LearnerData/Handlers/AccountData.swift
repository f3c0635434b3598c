import JSON

/// What the account itself says; it is deleted by a step of its own, when everything else is gone.
struct AccountData: LearnerDataHandler {
    let account: any LearnerAccount

    let name = "account"

    func export(of subject: String, after cursor: String?) async throws -> ExportPage {
        let attributes = try await account.attributes(of: subject).sorted { $0.key < $1.key }
        return ExportPage([JSONFragment.object(attributes.map { JSONFragment.Member($0.key, .string($0.value)) })])
    }

    func delete(of subject: String) async throws -> DeletionPart { .complete }
}
