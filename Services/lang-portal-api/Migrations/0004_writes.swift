extension Schema {
    /// Functions for writes that touch several tables.
    static let writes = """
        -- Writes that touch several tables. Each begins by locking the learner's row: two writes of one learner never interleave, so
        -- they cannot deadlock, and every statement after the lock sees what the writes before it left.

        CREATE FUNCTION lock_learner(learner uuid) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM FROM learners WHERE user_id = learner FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                INSERT INTO learners (user_id) VALUES (learner) ON CONFLICT (user_id) DO NOTHING;
                PERFORM FROM learners WHERE user_id = learner FOR NO KEY UPDATE;
            END IF;
        END $$;

        -- One group with words. A group of that name and words that are there already are kept as they are.
        CREATE FUNCTION import_group(learner uuid, group_name text, listed jsonb, OUT group_id bigint, OUT created bigint, OUT existing bigint) LANGUAGE plpgsql AS $$
        DECLARE
            distinct_words bigint;
        BEGIN
            PERFORM lock_learner(learner);
            INSERT INTO groups (user_id, name) VALUES (learner, group_name) ON CONFLICT (user_id, name) DO NOTHING RETURNING id INTO group_id;
            IF group_id IS NULL THEN
                SELECT id INTO group_id FROM groups WHERE user_id = learner AND name = group_name;
            END IF;

            INSERT INTO words (user_id, japanese, romaji, english, type, formality)
            SELECT learner, word->>'japanese', word->>'romaji', word->>'english', word#>>'{parts,type}', word#>>'{parts,formality}'
            FROM jsonb_array_elements(listed) WITH ORDINALITY AS listed_words (word, position) ORDER BY position
            ON CONFLICT (user_id, japanese, romaji) DO NOTHING;
            GET DIAGNOSTICS created = ROW_COUNT;

            INSERT INTO word_groups (user_id, group_id, word_id)
            SELECT DISTINCT learner, import_group.group_id, words.id
            FROM jsonb_array_elements(listed) AS word
            JOIN words ON words.user_id = learner AND words.japanese = word->>'japanese' AND words.romaji = word->>'romaji'
            ON CONFLICT DO NOTHING;

            SELECT count(DISTINCT (word->>'japanese', word->>'romaji')) INTO distinct_words FROM jsonb_array_elements(listed) AS word;
            existing := distinct_words - created;
        END $$;

        -- Several groups in the shape of the seed files; what is there already is left as it is.
        CREATE FUNCTION import_groups(learner uuid, listed jsonb, OUT created bigint, OUT existing bigint) LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM lock_learner(learner);
            SELECT coalesce(sum(imported.created), 0), coalesce(sum(imported.existing), 0) INTO created, existing
            FROM jsonb_array_elements(listed) WITH ORDINALITY AS seeds (seed, position),
                LATERAL import_group(learner, seed->>'group_name', seed->'words') AS imported;
        END $$;

        CREATE FUNCTION reset_study_progress(learner uuid) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM lock_learner(learner);
            DELETE FROM word_reviews WHERE user_id = learner;
            DELETE FROM session_words WHERE user_id = learner;
            DELETE FROM study_sessions WHERE user_id = learner;
            DELETE FROM study_stretches WHERE user_id = learner;
            DELETE FROM learner_activities WHERE user_id = learner;
            DELETE FROM idempotency_keys WHERE user_id = learner;
            UPDATE words SET correct_count = 0, wrong_count = 0 WHERE user_id = learner AND correct_count + wrong_count > 0;
            UPDATE groups SET session_count = 0 WHERE user_id = learner AND session_count > 0;
            UPDATE learners SET studied_word_count = 0, session_count = 0, active_group_count = 0, correct_count = 0, wrong_count = 0, last_review_at = NULL
            WHERE user_id = learner;
        END $$;

        CREATE FUNCTION reset_data(learner uuid) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM reset_study_progress(learner);
            DELETE FROM word_groups WHERE user_id = learner;
            DELETE FROM groups WHERE user_id = learner;
            DELETE FROM words WHERE user_id = learner;
        END $$;

        -- One answer. `reviewed_at` is null when the session or the word is not the learner's, or when another write of the learner is at
        -- work and this one does not wait: many statements of many learners share a connection, and none may hold up the others.
        CREATE FUNCTION review_word(
            learner uuid, session bigint, word bigint, is_correct boolean, waits boolean,
            OUT is_busy boolean, OUT session_known boolean, OUT word_known boolean, OUT reviewed_at timestamptz
        ) LANGUAGE plpgsql AS $$
        BEGIN
            IF waits THEN
                PERFORM FROM learners WHERE user_id = learner FOR NO KEY UPDATE;
            ELSE
                PERFORM FROM learners WHERE user_id = learner FOR NO KEY UPDATE SKIP LOCKED;
            END IF;
            is_busy := NOT FOUND AND EXISTS (SELECT FROM learners WHERE user_id = learner);
            session_known := EXISTS (SELECT FROM study_sessions WHERE user_id = learner AND id = session);
            word_known := EXISTS (SELECT FROM words WHERE user_id = learner AND id = word);
            IF session_known AND word_known AND NOT is_busy THEN
                INSERT INTO word_reviews (user_id, session_id, word_id, correct) VALUES (learner, session, word, is_correct) RETURNING created_at INTO reviewed_at;
            END IF;
        END $$;

        -- The answer kept under an idempotency key of the last 24 hours. `is_running` when another transaction is at work under the key;
        -- `is_other` when the key was used for another request. The key is held until the transaction ends.
        CREATE FUNCTION claim_idempotency_key(learner uuid, claimed text, request text, OUT is_running boolean, OUT is_other boolean, OUT kept text)
        LANGUAGE plpgsql AS $$
        BEGIN
            is_other := false;
            is_running := NOT pg_try_advisory_xact_lock(hashtextextended(claimed, hashtextextended(learner::text, 0)));
            IF NOT is_running THEN
                DELETE FROM idempotency_keys WHERE user_id = learner AND created_at < now() - interval '24 hours';
                SELECT answer, request_hash <> sha256(convert_to(request, 'UTF8')) INTO kept, is_other
                FROM idempotency_keys WHERE user_id = learner AND key = claimed;
                is_other := coalesce(is_other, false);
            END IF;
        END $$;
        """
}
