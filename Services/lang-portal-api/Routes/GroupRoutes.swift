import Contracts
import HTTPCore
import Web

/// The learner's groups of words.
struct GroupRoutes: Sendable {
    let store: PortalStore

    /// 500 words of 1,000 characters of four bytes each.
    private static let importLimitBytes = 2 * 1_024 * 1_024

    func register(on routes: RouteGroup) {
        let groups = routes.group("/groups", tags: ["groups"])
        groups.get("", summary: "The groups, a page at a time", list)
        groups.post("", summary: "Add an empty group", options: [.answers(.conflict, "There is a group of this name.")], create)
        groups.post(
            "/import", summary: "Add a group with words; what is there already stays", options: [.bodyLimit(bytes: Self.importLimitBytes)], importGroup)
        groups.get("/{group_id}", summary: "One group", options: [.answers(.notFound)], show)
        groups.patch("/{group_id}", summary: "Rename a group", options: [.answers(.notFound), .answers(.conflict)], rename)
        groups.delete("/{group_id}", summary: "Delete a group; its words stay", options: [.answers(.notFound)], delete)
        groups.get("/{group_id}/words", summary: "The words of a group", options: [.answers(.notFound)], listWords)
        groups.put(
            "/{group_id}/words/{word_id}", summary: "Put a word into a group",
            options: [.answers(.notFound), .answers(.conflict, "The group is full.")], putWord)
        groups.delete("/{group_id}/words/{word_id}", summary: "Take a word out of a group", options: [.answers(.notFound)], removeWord)
        groups.get("/{group_id}/study_sessions", summary: "The study sessions with a group", options: [.answers(.notFound)], listSessions)
    }

    func list(query: Query<PageQuery>, learner: Learner) async throws -> GroupPage {
        try await store.groups(query.value.request, of: learner)
    }

    func create(body: Body<GroupNaming>, key: IdempotencyKey, learner: Learner) async throws -> Created<GroupDetail> {
        Created(try await store.createGroup(named: body.value.name, for: learner, key.request("POST /groups", body.value)))
    }

    func importGroup(body: Body<VocabularyGroup>, key: IdempotencyKey, learner: Learner) async throws -> ImportedGroup {
        try await store.importGroup(body.value, for: learner, key.request("POST /groups/import", body.value))
    }

    func show(path: Path<GroupID>, learner: Learner) async throws -> GroupDetail {
        guard let group = try await store.group(path.value, of: learner) else { throw PortalProblem.noSuchGroup(path.value) }
        return group
    }

    func rename(path: Path<GroupID>, body: Body<GroupNaming>, learner: Learner) async throws -> GroupDetail {
        try await store.renameGroup(path.value, to: body.value.name, of: learner)
    }

    func delete(path: Path<GroupID>, learner: Learner) async throws -> NoContent {
        guard try await store.deleteGroup(path.value, of: learner) else { throw PortalProblem.noSuchGroup(path.value) }
        return NoContent()
    }

    func listWords(path: Path<GroupID>, query: Query<PageQuery>, learner: Learner) async throws -> WordPage {
        guard let page = try await store.words(query.value.request, inGroup: path.value, of: learner) else { throw PortalProblem.noSuchGroup(path.value) }
        return page
    }

    func putWord(group: Path<GroupID>, word: Path<WordID>, learner: Learner) async throws -> NoContent {
        try await store.putWord(word.value, intoGroup: group.value, of: learner)
        return NoContent()
    }

    func removeWord(group: Path<GroupID>, word: Path<WordID>, learner: Learner) async throws -> NoContent {
        try await store.removeWord(word.value, fromGroup: group.value, of: learner)
        return NoContent()
    }

    func listSessions(path: Path<GroupID>, query: Query<PageQuery>, learner: Learner) async throws -> SessionPage {
        guard let page = try await store.sessions(query.value.request, withGroup: path.value, of: learner) else { throw PortalProblem.noSuchGroup(path.value) }
        return page
    }
}
