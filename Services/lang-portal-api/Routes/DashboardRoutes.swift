import HTTPCore
import Web

/// What the learner sees first.
struct DashboardRoutes: Sendable {
    let store: PortalStore

    func register(on routes: RouteGroup) {
        let dashboard = routes.group("/dashboard", tags: ["dashboard"])
        dashboard.get("/last_study_session", summary: "The session begun last, or null", lastStudySession)
        dashboard.get("/study_progress", summary: "How many words were studied", studyProgress)
        dashboard.get("/quick-stats", summary: "Success rate, sessions, groups and streak", options: [.alias("/quick_stats")], quickStats)
    }

    func lastStudySession(learner: Learner) async throws -> LastStudySession? { try await store.lastStudySession(of: learner) }

    func studyProgress(learner: Learner) async throws -> StudyProgress { try await store.studyProgress(of: learner) }

    func quickStats(zone: LearnerZone, learner: Learner) async throws -> QuickStats { try await store.quickStats(of: learner, in: zone.name) }
}
