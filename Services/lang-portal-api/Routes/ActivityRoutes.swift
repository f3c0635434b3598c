import HTTPCore
import Web

/// The ways to study; a session begins here.
struct ActivityRoutes: Sendable {
    let store: PortalStore

    func register(on routes: RouteGroup) {
        let activities = routes.group("/study_activities", tags: ["study activities"])
        activities.get("", summary: "The ways to study", list)
        activities.post("", summary: "Begin a study session; the id in the answer is the session's", options: [.answers(.notFound)], start)
        activities.get("/{activity_id}", summary: "One way to study", options: [.answers(.notFound)], show)
        activities.get("/{activity_id}/study_sessions", summary: "The study sessions with an activity", options: [.answers(.notFound)], listSessions)
    }

    func list(learner: Learner) async throws -> [StudyActivity] { try await store.activities() }

    func start(body: Body<SessionStart>, key: IdempotencyKey, learner: Learner) async throws -> StartedSession {
        let start = body.value
        return try await store.startSession(
            withGroup: start.groupID, activity: start.studyActivityID, for: learner, key.request("POST /study_activities", start))
    }

    func show(path: Path<ActivityID>, learner: Learner) async throws -> StudyActivity {
        guard let activity = try await store.activity(path.value) else { throw PortalProblem.noSuchActivity(path.value) }
        return activity
    }

    func listSessions(path: Path<ActivityID>, query: Query<PageQuery>, learner: Learner) async throws -> SessionPage {
        guard let page = try await store.sessions(query.value.request, withActivity: path.value, of: learner) else {
            throw PortalProblem.noSuchActivity(path.value)
        }
        return page
    }
}
