import JSON

/// A way to study.
struct StudyActivity: JSONObject, Equatable {
    var id: Int
    var name: String
    var thumbnailURL: String
    var description: String
    /// The direction, `ja_to_en` or `en_to_ja`.
    var type: String

    static let json = Object(
        "StudyActivity", { StudyActivity(id: $0, name: $1, thumbnailURL: $2, description: $3, type: $4) },
        Field("id", \.id, example: 1),
        Field("name", \.name, example: "Vocabulary Quiz"),
        Field("thumbnail_url", \.thumbnailURL, example: "/thumbnails/vocabulary-quiz.svg"),
        Field("description", \.description, example: "See the Japanese word and choose its English meaning."),
        Field("type", \.type, example: "ja_to_en"))
}

/// What to study, and how.
struct SessionStart: JSONObject, Equatable {
    var groupID: GroupID
    var studyActivityID: ActivityID

    static let json = Object(
        "SessionStart", { SessionStart(groupID: $0, studyActivityID: $1) },
        Field("group_id", \.groupID, example: GroupID(rawValue: 3)),
        Field("study_activity_id", \.studyActivityID, example: ActivityID(rawValue: 1)))
}

/// A session that has begun.
struct StartedSession: JSONObject, Equatable {
    /// The session's id, not the activity's.
    var id: Int
    var groupID: Int

    static let json = Object(
        "StartedSession", { StartedSession(id: $0, groupID: $1) },
        Field("id", \.id, example: 42),
        Field("group_id", \.groupID, example: 3))
}

/// A session in a list.
struct SessionItem: JSONObject, Equatable {
    var id: Int
    var activityName: String
    var groupName: String
    var startTime: Moment
    /// The time of the last review, or the start while there is none.
    var endTime: Moment
    var reviewItemsCount: Int

    static let json = Object(
        "SessionItem",
        { SessionItem(id: $0, activityName: $1, groupName: $2, startTime: $3, endTime: $4, reviewItemsCount: $5) },
        Field("id", \.id, example: 42),
        Field("activity_name", \.activityName, example: "Vocabulary Quiz"),
        Field("group_name", \.groupName, example: "Food"),
        Field("start_time", \.startTime),
        Field("end_time", \.endTime),
        Field("review_items_count", \.reviewItemsCount, example: 20))
}

/// One session.
struct SessionDetail: JSONObject, Equatable {
    var id: Int
    var activityName: String
    var activityType: String
    var groupName: String
    var startTime: Moment
    /// The time of the last review, or the start while there is none.
    var endTime: Moment
    var reviewItemsCount: Int

    static let json = Object(
        "SessionDetail",
        { SessionDetail(id: $0, activityName: $1, activityType: $2, groupName: $3, startTime: $4, endTime: $5, reviewItemsCount: $6) },
        Field("id", \.id, example: 42),
        Field("activity_name", \.activityName, example: "Vocabulary Quiz"),
        Field("activity_type", \.activityType, example: "ja_to_en"),
        Field("group_name", \.groupName, example: "Food"),
        Field("start_time", \.startTime),
        Field("end_time", \.endTime),
        Field("review_items_count", \.reviewItemsCount, example: 20))
}

/// What the learner answered.
struct ReviewAnswer: JSONObject, Equatable {
    var correct: Bool

    static let json = Object("ReviewAnswer", { ReviewAnswer(correct: $0) }, Field("correct", \.correct, example: true))
}

/// A review that is kept.
struct RecordedReview: JSONObject, Equatable {
    var success = true
    var wordID: Int
    var studySessionID: Int
    var correct: Bool
    var createdAt: Moment

    static let json = Object(
        "RecordedReview", { RecordedReview(success: $0, wordID: $1, studySessionID: $2, correct: $3, createdAt: $4) },
        Field("success", \.success, example: true),
        Field("word_id", \.wordID, example: 12),
        Field("study_session_id", \.studySessionID, example: 42),
        Field("correct", \.correct, example: true),
        Field("created_at", \.createdAt))
}
