extension Schema {
    /// Reviews outlive their words, stay in their session's group and in order.
    static let reviews = """
        -- A review keeps the id of its word when the word goes: forgetting it in 200,000 reviews took seconds. Ids are never used twice, and
        -- a new review still needs its word, because session_words refers to it.
        ALTER TABLE word_reviews DROP CONSTRAINT word_reviews_user_id_word_id_fkey;
        DROP INDEX word_reviews_of_word;

        -- A session begins when it is made, not when its transaction began to wait for the learner's row.
        ALTER TABLE study_sessions ALTER COLUMN created_at SET DEFAULT clock_timestamp();

        -- One answer. `reviewed_at` is null when the session or the word is not the learner's, when the word is not in the session's group
        -- (a session whose group is gone takes any word), or when another write of the learner is at work and this one does not wait: many
        -- statements of many learners share a connection, and none may hold up the others. Reviews stay in order even when the clock steps
        -- back, so that none makes the stretches of study be read anew.
        CREATE OR REPLACE FUNCTION review_word(
            learner uuid, session bigint, word bigint, is_correct boolean, waits boolean,
            OUT is_busy boolean, OUT session_known boolean, OUT word_known boolean, OUT reviewed_at timestamptz
        ) LANGUAGE plpgsql AS $$
        DECLARE
            last_review timestamptz;
            studied_group bigint;
        BEGIN
            IF waits THEN
                SELECT last_review_at INTO last_review FROM learners WHERE user_id = learner FOR NO KEY UPDATE;
            ELSE
                SELECT last_review_at INTO last_review FROM learners WHERE user_id = learner FOR NO KEY UPDATE SKIP LOCKED;
            END IF;
            is_busy := NOT FOUND AND EXISTS (SELECT FROM learners WHERE user_id = learner);
            SELECT group_id INTO studied_group FROM study_sessions WHERE user_id = learner AND id = session;
            session_known := FOUND;
            word_known := EXISTS (SELECT FROM words WHERE user_id = learner AND id = word);
            IF session_known AND word_known AND NOT is_busy
                AND (studied_group IS NULL OR EXISTS (SELECT FROM word_groups WHERE user_id = learner AND group_id = studied_group AND word_id = word)) THEN
                INSERT INTO word_reviews (user_id, session_id, word_id, correct, created_at)
                VALUES (learner, session, word, is_correct, greatest(clock_timestamp(), last_review)) RETURNING created_at INTO reviewed_at;
            END IF;
        END $$;
        """
}
