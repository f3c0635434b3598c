public import JSON

/// What an import did.
public struct ImportedGroup: JSONObject, Equatable {
    /// The group, new or already there under that name.
    public var groupID: Int
    /// Words that were new to the learner.
    public var created: Int
    /// Words the learner had already; they are now in the group, otherwise as they were.
    public var existing: Int

    /// Creates the answer.
    public init(groupID: Int, created: Int, existing: Int) {
        self.groupID = groupID
        self.created = created
        self.existing = existing
    }

    /// Its members and their rules.
    public static let json = Object(
        "ImportedGroup", { ImportedGroup(groupID: $0, created: $1, existing: $2) },
        Field("group_id", \.groupID, example: 7),
        Field("created", \.created, example: 18),
        Field("existing", \.existing, example: 2))
}
