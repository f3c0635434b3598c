extension Schema {
    /// Learners with their words and groups.
    static let wordsAndGroups = """
        -- Every row belongs to one learner, known by the `sub` of the access token. Primary keys begin with the learner, and
        -- foreign keys are composite, so that no row can ever point to another learner's row.
        CREATE TABLE learners (
            user_id uuid PRIMARY KEY,
            created_at timestamptz NOT NULL DEFAULT now(),
            word_count integer NOT NULL DEFAULT 0,
            studied_word_count integer NOT NULL DEFAULT 0,
            group_count integer NOT NULL DEFAULT 0,
            active_group_count integer NOT NULL DEFAULT 0,
            session_count integer NOT NULL DEFAULT 0,
            correct_count bigint NOT NULL DEFAULT 0,
            wrong_count bigint NOT NULL DEFAULT 0,
            last_review_at timestamptz
        ) WITH (fillfactor = 50);

        CREATE TABLE words (
            user_id uuid NOT NULL REFERENCES learners ON DELETE CASCADE,
            id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
            japanese text NOT NULL CHECK (char_length(japanese) BETWEEN 1 AND 200),
            romaji text NOT NULL CHECK (char_length(romaji) BETWEEN 1 AND 200),
            english text NOT NULL CHECK (char_length(english) BETWEEN 1 AND 500),
            type text NOT NULL CHECK (char_length(type) BETWEEN 1 AND 50),
            formality text NOT NULL CHECK (char_length(formality) BETWEEN 1 AND 50),
            correct_count integer NOT NULL DEFAULT 0,
            wrong_count integer NOT NULL DEFAULT 0,
            created_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (user_id, id),
            CONSTRAINT words_written_and_read_once UNIQUE (user_id, japanese, romaji)
        ) WITH (fillfactor = 80);

        CREATE TABLE groups (
            user_id uuid NOT NULL REFERENCES learners ON DELETE CASCADE,
            id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
            name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
            word_count integer NOT NULL DEFAULT 0,
            session_count integer NOT NULL DEFAULT 0,
            created_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (user_id, id),
            CONSTRAINT groups_named_once UNIQUE (user_id, name)
        ) WITH (fillfactor = 80);

        CREATE TABLE word_groups (
            user_id uuid NOT NULL,
            group_id bigint NOT NULL,
            word_id bigint NOT NULL,
            PRIMARY KEY (user_id, group_id, word_id),
            FOREIGN KEY (user_id, group_id) REFERENCES groups ON DELETE CASCADE,
            FOREIGN KEY (user_id, word_id) REFERENCES words ON DELETE CASCADE
        );
        CREATE INDEX word_groups_of_word ON word_groups (user_id, word_id);
        """
}
