import JSON

/// The session the learner began last.
struct LastStudySession: JSONObject, Equatable {
    var id: Int
    /// Null when the group has been deleted since.
    var groupID: Int?
    var groupName: String
    var activityName: String
    var startTime: Moment
    var reviewItemsCount: Int
    var correctCount: Int
    var wrongCount: Int

    static let json = Object(
        "LastStudySession",
        {
            LastStudySession(
                id: $0, groupID: $1, groupName: $2, activityName: $3, startTime: $4, reviewItemsCount: $5, correctCount: $6, wrongCount: $7)
        },
        Field("id", \.id, example: 42),
        Field("group_id", \.groupID, example: 3),
        Field("group_name", \.groupName, example: "Food"),
        Field("activity_name", \.activityName, example: "Vocabulary Quiz"),
        Field("start_time", \.startTime),
        Field("review_items_count", \.reviewItemsCount, example: 20),
        Field("correct_count", \.correctCount, example: 17),
        Field("wrong_count", \.wrongCount, example: 3))
}

/// How far the learner has come.
struct StudyProgress: JSONObject, Equatable {
    var totalWordsStudied: Int
    var totalAvailableWords: Int

    static let json = Object(
        "StudyProgress", { StudyProgress(totalWordsStudied: $0, totalAvailableWords: $1) },
        Field("total_words_studied", \.totalWordsStudied, example: 120),
        Field("total_available_words", \.totalAvailableWords, example: 644))
}

/// The figures at the top of the dashboard.
struct QuickStats: JSONObject, Equatable {
    /// Percent of answers that were correct, one decimal; 0 while there are none.
    var successRate: Double
    var totalStudySessions: Int
    /// Groups a session was begun with.
    var totalActiveGroups: Int
    /// Days in a row with a review, up to today or yesterday, counted in the learner's zone.
    var studyStreakDays: Int

    static let json = Object(
        "QuickStats", { QuickStats(successRate: $0, totalStudySessions: $1, totalActiveGroups: $2, studyStreakDays: $3) },
        Field("success_rate", \.successRate, example: 84.5),
        Field("total_study_sessions", \.totalStudySessions, example: 12),
        Field("total_active_groups", \.totalActiveGroups, example: 4),
        Field("study_streak_days", \.studyStreakDays, example: 6))

    /// 100 · correct / all, rounded to one decimal.
    static func successRate(correct: Int, wrong: Int) -> Double {
        let all = correct + wrong
        return all == 0 ? 0 : (Double(correct) * 1_000 / Double(all)).rounded() / 10
    }
}

/// That something was done.
struct Done: JSONObject, Equatable {
    var success = true
    var message: String

    static let json = Object(
        "Done", { Done(success: $0, message: $1) },
        Field("success", \.success, example: true),
        Field("message", \.message, example: "32 groups with 644 words are there; 644 words are new."))
}
