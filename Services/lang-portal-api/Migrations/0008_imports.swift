extension Schema {
    /// Imports that insert only what is missing.
    static let imports = """
        -- One group with words. A group of that name and words that are there already are kept as they are; they are looked up first, because
        -- an insertion that conflicts uses up an id.
        CREATE OR REPLACE FUNCTION import_group(learner uuid, group_name text, listed jsonb, OUT group_id bigint, OUT created bigint, OUT existing bigint) LANGUAGE plpgsql AS $$
        DECLARE
            distinct_words bigint;
        BEGIN
            PERFORM lock_learner(learner);
            SELECT id INTO group_id FROM groups WHERE user_id = learner AND name = group_name;
            IF group_id IS NULL THEN
                INSERT INTO groups (user_id, name) VALUES (learner, group_name) RETURNING id INTO group_id;
            END IF;

            INSERT INTO words (user_id, japanese, romaji, english, type, formality)
            SELECT learner, word->>'japanese', word->>'romaji', word->>'english', word#>>'{parts,type}', word#>>'{parts,formality}'
            FROM jsonb_array_elements(listed) WITH ORDINALITY AS listed_words (word, position)
            WHERE NOT EXISTS (SELECT FROM words WHERE user_id = learner AND japanese = word->>'japanese' AND romaji = word->>'romaji')
            ORDER BY position
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
        """
}
