import HTTPCore
import Web

/// Beginning, and beginning again.
struct DataRoutes: Sendable {
    let store: PortalStore

    func register(on routes: RouteGroup) {
        let data = routes.group(tags: ["data"])
        data.post(
            "/load_initial_data", summary: "Add the starter vocabulary; a second time changes nothing",
            options: [.answers(.conflict, "The learner has as many words or groups as fit.")], load)
        data.post("/reset_study_progress", summary: "Forget sessions and reviews; words and groups stay", options: [.alias("/reset_history")], resetProgress)
        data.post("/reset_data", summary: "Forget everything", options: [.alias("/full_reset")], resetData)
    }

    func load(learner: Learner) async throws -> Done {
        let (created, existing) = try await store.loadStarterVocabulary(for: learner)
        return Done(message: "The starter vocabulary is there: \(created) words are new, \(existing) were there already.")
    }

    func resetProgress(learner: Learner) async throws -> Done {
        try await store.resetStudyProgress(of: learner)
        return Done(message: "Study sessions and reviews are forgotten; words and groups are as they were.")
    }

    func resetData(learner: Learner) async throws -> Done {
        try await store.resetData(of: learner)
        return Done(message: "All words, groups, study sessions and reviews are forgotten.")
    }
}
