import Platform

/// A secret with its versions, and what calls do to them.
///
/// Stages are labels, each on one version at most. Source: AWS Secrets Manager user guide, "What's in a secret", "Secret versions".
struct StoredSecret: Sendable, Equatable {
    /// What is secret.
    enum Content: Sendable, Equatable {
        case text(Secret<String>)
        case binary(Secret<[UInt8]>)
    }

    struct Version: Sendable, Equatable {
        let id: String
        let content: Content
        let createdAt: UnixTime
        /// In the order they came.
        var stages: [String]
    }

    static let current = "AWSCURRENT"
    static let previous = "AWSPREVIOUS"
    /// The oldest without a stage are forgotten first.
    static let maximumVersions = 100
    static let maximumStages = 20
    static let maximumBytes = 65_536

    let name: String
    /// The name and six characters, so that a secret made anew is another one.
    let arn: String
    var description: String?
    var keyID: String?
    let createdAt: UnixTime
    var changedAt: UnixTime
    /// When a deleted secret ends; nil for one that is not deleted.
    var endsAt: UnixTime?
    /// The oldest first.
    var versions: [Version] = []

    /// Adds a version and moves stages to it: the first one is always current.
    ///
    /// - Returns: the version, also when the very same was there already, as calls are repeated.
    mutating func put(_ content: Content, id: String, stages: [String], at now: UnixTime) throws(CloudError) -> Version {
        if let present = versions.first(where: { $0.id == id }) {
            guard present.content == content else { throw .versionExists(id) }
            return present
        }
        guard (1...Self.maximumStages).contains(stages.count) else { throw .parameter("A version has 1 to \(Self.maximumStages) stages.") }
        versions.append(Version(id: id, content: content, createdAt: now, stages: []))
        guard stages.allSatisfy({ (1...256).contains($0.utf8.count) }) else { throw .parameter("A stage has 1 to 256 characters.") }
        for stage in versions.count == 1 && !stages.contains(Self.current) ? stages + [Self.current] : stages { move(stage, to: id) }
        changedAt = now
        try forgetOld()
        return versions.first { $0.id == id } ?? Version(id: id, content: content, createdAt: now, stages: stages)
    }

    /// Moves a stage from one version to another, or takes it away.
    mutating func move(_ stage: String, from source: String?, to target: String?, at now: UnixTime) throws(CloudError) {
        let holder = versions.first { $0.stages.contains(stage) }?.id
        for id in [source, target].compactMap(\.self) where !versions.contains(where: { $0.id == id }) { throw .missingVersion }
        guard holder == nil || source == holder || target == holder && source == nil else {
            throw .parameter(
                source == nil
                    ? "The parameter RemoveFromVersionId can't be empty. Staging label \(stage) is currently attached to version \(holder ?? ""), so you must explicitly reference that version in RemoveFromVersionId."
                    : "Staging label \(stage) is not attached to version \(source ?? "").")
        }
        guard source == nil || holder != nil else { throw .parameter("Staging label \(stage) is not attached to version \(source ?? "").") }
        if let target {
            move(stage, to: target)
        } else if stage == Self.current {
            throw .parameter("You can only move staging label AWSCURRENT to a different secret version. It can't be completely removed.")
        } else {
            remove(stage)
        }
        changedAt = now
        try forgetOld()
    }

    /// The version with this id and this stage; the current one where neither is told.
    func version(id: String?, stage: String?) throws(CloudError) -> Version {
        let wanted = id == nil ? stage ?? Self.current : stage
        let found = versions.first { (id == nil || $0.id == id) && (wanted.map($0.stages.contains) ?? true) }
        guard let found else { throw .missingVersion(id.map { "VersionId: \($0)" } ?? "staging label: \(wanted ?? "")") }
        return found
    }

    /// What was current is the previous one from now on.
    private mutating func move(_ stage: String, to id: String) {
        let holder = versions.first { $0.stages.contains(stage) }?.id
        guard holder != id else { return }
        remove(stage)
        if let place = versions.firstIndex(where: { $0.id == id }) { versions[place].stages.append(stage) }
        if stage == Self.current, let holder { move(Self.previous, to: holder) }
    }

    private mutating func remove(_ stage: String) {
        for place in versions.indices { versions[place].stages.removeAll { $0 == stage } }
    }

    private mutating func forgetOld() throws(CloudError) {
        while versions.count > Self.maximumVersions {
            guard let place = versions.firstIndex(where: { $0.stages.isEmpty }) else { throw .tooManyVersions }
            versions.remove(at: place)
        }
    }
}

extension CloudError {
    static let missingSecret = CloudError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
    static let missingVersion = missingVersion("VersionId")
    static let tooManyVersions = CloudError(
        "LimitExceededException", "A secret has \(StoredSecret.maximumVersions) versions with stages at most: take some away.")
    static let deletedSecret = CloudError(
        "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.")

    static func missingVersion(_ what: String) -> CloudError {
        CloudError("ResourceNotFoundException", "Secrets Manager can't find the specified secret value for \(what)")
    }

    static func versionExists(_ id: String) -> CloudError {
        CloudError("ResourceExistsException", "You can't use ClientRequestToken \(id) because that value is already in use for a version of this secret.")
    }

    static func parameter(_ sentence: String) -> CloudError { CloudError("InvalidParameterException", sentence) }
}
