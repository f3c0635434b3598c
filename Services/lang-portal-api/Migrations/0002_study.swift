extension Schema {
    /// Activities, sessions, reviews, and what is kept to answer quickly.
    static let study = """
        CREATE TABLE study_activities (
            id bigint PRIMARY KEY,
            name text NOT NULL,
            thumbnail_url text NOT NULL,
            description text NOT NULL,
            type text NOT NULL
        );

        INSERT INTO study_activities (id, name, thumbnail_url, description, type) VALUES
            (1, 'Vocabulary Quiz', '/thumbnails/vocabulary-quiz.svg', 'See the Japanese word and choose its English meaning.', 'ja_to_en'),
            (2, 'Reverse Vocabulary Quiz', '/thumbnails/reverse-vocabulary-quiz.svg', 'See the English meaning and choose the Japanese word.', 'en_to_ja'),
            (3, 'Flashcards', '/thumbnails/flashcards.svg', 'Turn over one card at a time and say whether you knew its meaning.', 'ja_to_en'),
            (4, 'Typing Practice', '/thumbnails/typing-practice.svg', 'See the English meaning and type the Japanese word in kana or romaji.', 'en_to_ja');

        -- A session outlives its group. It carries the names of its group (renamed with it, kept when the group goes) and of its
        -- activity, so that lists read one table. `word_count` counts the words in session_words.
        CREATE TABLE study_sessions (
            user_id uuid NOT NULL REFERENCES learners ON DELETE CASCADE,
            id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
            group_id bigint,
            group_name text NOT NULL,
            study_activity_id bigint NOT NULL REFERENCES study_activities,
            activity_name text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            last_review_at timestamptz,
            review_count integer NOT NULL DEFAULT 0,
            correct_count integer NOT NULL DEFAULT 0,
            wrong_count integer NOT NULL DEFAULT 0,
            word_count integer NOT NULL DEFAULT 0,
            PRIMARY KEY (user_id, id),
            FOREIGN KEY (user_id, group_id) REFERENCES groups ON DELETE SET NULL (group_id)
        ) WITH (fillfactor = 70);
        CREATE INDEX study_sessions_of_group ON study_sessions (user_id, group_id, id);
        CREATE INDEX study_sessions_of_activity ON study_sessions (user_id, study_activity_id, id);

        -- How many sessions a learner had with an activity: the total of that activity's list.
        CREATE TABLE learner_activities (
            user_id uuid NOT NULL REFERENCES learners ON DELETE CASCADE,
            study_activity_id bigint NOT NULL REFERENCES study_activities,
            session_count integer NOT NULL,
            PRIMARY KEY (user_id, study_activity_id)
        ) WITH (fillfactor = 70);

        -- What the learner answered, in order. A review outlives its word: deleting a word forgets which word it was, not that it was studied.
        CREATE TABLE word_reviews (
            user_id uuid NOT NULL,
            session_id bigint NOT NULL,
            id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
            word_id bigint,
            correct boolean NOT NULL,
            created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            PRIMARY KEY (user_id, session_id, id),
            FOREIGN KEY (user_id, session_id) REFERENCES study_sessions ON DELETE CASCADE,
            FOREIGN KEY (user_id, word_id) REFERENCES words ON DELETE SET NULL (word_id)
        );
        CREATE INDEX word_reviews_of_word ON word_reviews (user_id, word_id);

        -- The words reviewed in a session, counted.
        CREATE TABLE session_words (
            user_id uuid NOT NULL,
            session_id bigint NOT NULL,
            word_id bigint NOT NULL,
            correct_count integer NOT NULL,
            wrong_count integer NOT NULL,
            PRIMARY KEY (user_id, session_id, word_id),
            FOREIGN KEY (user_id, session_id) REFERENCES study_sessions ON DELETE CASCADE,
            FOREIGN KEY (user_id, word_id) REFERENCES words ON DELETE CASCADE
        ) WITH (fillfactor = 80);
        CREATE INDEX session_words_of_word ON session_words (user_id, word_id);

        -- Stretches of study whose reviews lie less than 20 hours apart. No calendar day of any time zone fits between two such
        -- reviews (the shortest day has 23 hours), so a streak can only break between two stretches: the streak of any zone is
        -- read from these few rows.
        CREATE TABLE study_stretches (
            user_id uuid NOT NULL REFERENCES learners ON DELETE CASCADE,
            started_at timestamptz NOT NULL,
            last_at timestamptz NOT NULL,
            PRIMARY KEY (user_id, started_at)
        ) WITH (fillfactor = 70);

        CREATE TABLE idempotency_keys (
            user_id uuid NOT NULL REFERENCES learners ON DELETE CASCADE,
            key text NOT NULL,
            request_hash bytea NOT NULL,
            answer text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (user_id, key)
        );
        CREATE INDEX idempotency_keys_by_age ON idempotency_keys (user_id, created_at);
        """
}
