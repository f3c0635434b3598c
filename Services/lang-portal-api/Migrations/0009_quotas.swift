extension Schema {
    /// How much one learner may keep; `Quota` says the same to the learner.
    static let quotas = """
        -- The counters are kept in the statement that adds rows, so a bound on a counter is a bound on the rows.
        ALTER TABLE learners
            ADD CONSTRAINT words_quota CHECK (word_count <= 20000),
            ADD CONSTRAINT groups_quota CHECK (group_count <= 1000),
            ADD CONSTRAINT sessions_quota CHECK (session_count <= 100000),
            ADD CONSTRAINT reviews_quota CHECK (correct_count + wrong_count <= 2000000);
        ALTER TABLE groups ADD CONSTRAINT group_words_quota CHECK (word_count <= 2000);
        """
}
