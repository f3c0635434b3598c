/// What became of a group in the portal.
struct SavedGroup: Equatable {
    var id: Int
    /// Words that were new to the learner.
    var created: Int
    /// Words that were there already.
    var existing: Int
}
