extension Schema {
    /// Counters kept by triggers.
    static let counters = """
        -- Counters are kept by the database itself, so that every statement, cascade and bulk load keeps them right. The triggers
        -- run once per statement over the rows it touched; additions to a row are atomic, so concurrent statements add up.

        CREATE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                UPDATE learners SET word_count = learners.word_count + change.n
                FROM (SELECT user_id, count(*) AS n FROM added GROUP BY user_id) AS change WHERE learners.user_id = change.user_id;
            ELSE
                UPDATE learners SET word_count = learners.word_count - change.n, studied_word_count = learners.studied_word_count - change.studied
                FROM (SELECT user_id, count(*) AS n, count(*) FILTER (WHERE correct_count + wrong_count > 0) AS studied FROM removed GROUP BY user_id) AS change
                WHERE learners.user_id = change.user_id;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_words_added AFTER INSERT ON words REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_words();
        CREATE TRIGGER count_words_removed AFTER DELETE ON words REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_words();

        CREATE FUNCTION count_groups() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                UPDATE learners SET group_count = learners.group_count + change.n
                FROM (SELECT user_id, count(*) AS n FROM added GROUP BY user_id) AS change WHERE learners.user_id = change.user_id;
            ELSE
                UPDATE learners SET group_count = learners.group_count - change.n, active_group_count = learners.active_group_count - change.active
                FROM (SELECT user_id, count(*) AS n, count(*) FILTER (WHERE session_count > 0) AS active FROM removed GROUP BY user_id) AS change
                WHERE learners.user_id = change.user_id;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_groups_added AFTER INSERT ON groups REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_groups();
        CREATE TRIGGER count_groups_removed AFTER DELETE ON groups REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_groups();

        -- A group's new name is the new name of its sessions.
        CREATE FUNCTION rename_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE study_sessions SET group_name = NEW.name WHERE user_id = NEW.user_id AND group_id = NEW.id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER rename_sessions AFTER UPDATE OF name ON groups FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION rename_sessions();

        CREATE FUNCTION count_word_groups() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                UPDATE groups SET word_count = groups.word_count + change.n
                FROM (SELECT user_id, group_id, count(*) AS n FROM added GROUP BY user_id, group_id) AS change
                WHERE groups.user_id = change.user_id AND groups.id = change.group_id;
            ELSE
                UPDATE groups SET word_count = groups.word_count - change.n
                FROM (SELECT user_id, group_id, count(*) AS n FROM removed GROUP BY user_id, group_id) AS change
                WHERE groups.user_id = change.user_id AND groups.id = change.group_id;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_word_groups_added AFTER INSERT ON word_groups REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_word_groups();
        CREATE TRIGGER count_word_groups_removed AFTER DELETE ON word_groups REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_word_groups();

        -- A group is active once a session was begun with it.
        CREATE FUNCTION count_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO learner_activities AS counted (user_id, study_activity_id, session_count)
            SELECT user_id, study_activity_id, count(*) FROM added GROUP BY user_id, study_activity_id
            ON CONFLICT (user_id, study_activity_id) DO UPDATE SET session_count = counted.session_count + excluded.session_count;

            WITH active AS (
                UPDATE groups SET session_count = groups.session_count + change.n
                FROM (SELECT user_id, group_id, count(*) AS n FROM added GROUP BY user_id, group_id) AS change
                WHERE groups.user_id = change.user_id AND groups.id = change.group_id
                RETURNING groups.user_id, (groups.session_count = change.n)::int AS newly
            )
            UPDATE learners SET session_count = learners.session_count + change.n, active_group_count = learners.active_group_count + change.newly
            FROM (
                SELECT user_id, count(*) AS n, (SELECT coalesce(sum(newly), 0) FROM active WHERE active.user_id = added.user_id) AS newly FROM added GROUP BY user_id
            ) AS change
            WHERE learners.user_id = change.user_id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_sessions_added AFTER INSERT ON study_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_sessions();

        CREATE FUNCTION count_session_words() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                UPDATE study_sessions SET word_count = study_sessions.word_count + change.n
                FROM (SELECT user_id, session_id, count(*) AS n FROM added GROUP BY user_id, session_id) AS change
                WHERE study_sessions.user_id = change.user_id AND study_sessions.id = change.session_id;
            ELSE
                UPDATE study_sessions SET word_count = study_sessions.word_count - change.n
                FROM (SELECT user_id, session_id, count(*) AS n FROM removed GROUP BY user_id, session_id) AS change
                WHERE study_sessions.user_id = change.user_id AND study_sessions.id = change.session_id;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_session_words_added AFTER INSERT ON session_words REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_session_words();
        CREATE TRIGGER count_session_words_removed AFTER DELETE ON session_words REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_session_words();

        -- The stretches of study of one learner, read anew from the reviews: for bulk loads and for reviews that arrive out of order.
        CREATE FUNCTION rebuild_study_stretches(learner uuid) RETURNS void LANGUAGE sql AS $$
            DELETE FROM study_stretches WHERE user_id = learner;
            INSERT INTO study_stretches (user_id, started_at, last_at)
            SELECT learner, min(created_at), max(created_at)
            FROM (
                SELECT created_at, count(*) FILTER (WHERE begins) OVER (ORDER BY created_at) AS stretch
                FROM (
                    SELECT created_at, created_at - lag(created_at) OVER (ORDER BY created_at) >= interval '20 hours' AS begins
                    FROM word_reviews WHERE user_id = learner
                ) AS reviews
            ) AS reviews
            GROUP BY stretch;
        $$;

        -- One review continues or begins a stretch.
        CREATE FUNCTION extend_study_stretch(learner uuid, previous timestamptz, review timestamptz) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            IF review - previous < interval '20 hours' THEN
                UPDATE study_stretches SET last_at = review
                WHERE user_id = learner AND started_at = (SELECT max(started_at) FROM study_stretches WHERE user_id = learner);
            ELSE
                INSERT INTO study_stretches (user_id, started_at, last_at) VALUES (learner, review, review);
            END IF;
        END $$;

        CREATE FUNCTION count_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            change record;
            previous timestamptz;
        BEGIN
            INSERT INTO session_words AS counted (user_id, session_id, word_id, correct_count, wrong_count)
            SELECT user_id, session_id, word_id, count(*) FILTER (WHERE correct), count(*) FILTER (WHERE NOT correct) FROM added GROUP BY user_id, session_id, word_id
            ON CONFLICT (user_id, session_id, word_id) DO UPDATE
            SET correct_count = counted.correct_count + excluded.correct_count, wrong_count = counted.wrong_count + excluded.wrong_count;

            UPDATE study_sessions SET
                review_count = study_sessions.review_count + reviews.correct + reviews.wrong,
                correct_count = study_sessions.correct_count + reviews.correct, wrong_count = study_sessions.wrong_count + reviews.wrong,
                last_review_at = greatest(study_sessions.last_review_at, reviews.last_at)
            FROM (
                SELECT user_id, session_id, count(*) FILTER (WHERE correct) AS correct, count(*) FILTER (WHERE NOT correct) AS wrong, max(created_at) AS last_at
                FROM added GROUP BY user_id, session_id
            ) AS reviews
            WHERE study_sessions.user_id = reviews.user_id AND study_sessions.id = reviews.session_id;

            FOR change IN
                WITH studied AS (
                    UPDATE words SET correct_count = words.correct_count + reviews.correct, wrong_count = words.wrong_count + reviews.wrong
                    FROM (
                        SELECT user_id, word_id, count(*) FILTER (WHERE correct) AS correct, count(*) FILTER (WHERE NOT correct) AS wrong
                        FROM added GROUP BY user_id, word_id
                    ) AS reviews
                    WHERE words.user_id = reviews.user_id AND words.id = reviews.word_id
                    RETURNING words.user_id, (words.correct_count + words.wrong_count = reviews.correct + reviews.wrong)::int AS newly
                )
                SELECT user_id, count(*) AS n, count(*) FILTER (WHERE correct) AS correct, min(created_at) AS first_at, max(created_at) AS last_at,
                    (SELECT sum(newly) FROM studied WHERE studied.user_id = added.user_id) AS newly
                FROM added GROUP BY user_id
            LOOP
                SELECT last_review_at INTO previous FROM learners WHERE user_id = change.user_id FOR NO KEY UPDATE;
                UPDATE learners SET
                    studied_word_count = studied_word_count + change.newly, correct_count = correct_count + change.correct,
                    wrong_count = wrong_count + change.n - change.correct, last_review_at = greatest(last_review_at, change.last_at)
                WHERE user_id = change.user_id;
                IF change.n = 1 AND (previous IS NULL OR previous <= change.first_at) THEN
                    PERFORM extend_study_stretch(change.user_id, previous, change.first_at);
                ELSE
                    PERFORM rebuild_study_stretches(change.user_id);
                END IF;
            END LOOP;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_reviews_added AFTER INSERT ON word_reviews REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_reviews();
        """
}
