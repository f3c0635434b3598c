import Platform

@testable import SignIn

/// Notes what is asked for, and by which request.
final class RightsInMemory: LearnerRights {
    let asked = Lock<[String]>([])

    func export(of subject: String) async throws -> ExportProgress { .none }
    func askForExport(of subject: String, requestID: String) async throws { asked.withLock { $0.append(requestID) } }
    func exportContent(of subject: String) async throws -> ExportContent? { nil }
    func deletion(of subject: String) async throws -> DeletionProgress { .none }
    func askForDeletion(of subject: String, requestID: String) async throws { asked.withLock { $0.append(requestID) } }
}
