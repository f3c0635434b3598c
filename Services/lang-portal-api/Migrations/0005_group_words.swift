extension Schema {
    /// The list of a group's words as a function.
    static let groupWords = """
        -- A hundred look-ups by a narrow key take a tenth less of the whole list than by the primary key, which begins with the learner.
        CREATE UNIQUE INDEX words_by_id ON words (id);

        -- A page of a group's words: the group's total beside each word, one row with NULLs when the page is empty, none without such a group.
        -- The page is cut from the group's memberships in their index alone, then each word is looked up: OFFSET 0 keeps the planner from
        -- merging with all words of the learner, which a page far behind or a group of scattered words makes slow. A function, because its
        -- plan is kept by the connection: planning the join anew each time takes longer than running it.
        CREATE FUNCTION words_of_group(
            learner uuid, group_id bigint, size bigint, skipped bigint,
            OUT total integer, OUT id bigint, OUT japanese text, OUT romaji text, OUT english text, OUT correct_count integer, OUT wrong_count integer
        ) RETURNS SETOF record STABLE LANGUAGE plpgsql AS $$
        BEGIN
            SELECT parent.word_count INTO total FROM groups AS parent WHERE parent.user_id = learner AND parent.id = words_of_group.group_id;
            IF NOT FOUND THEN
                RETURN;
            END IF;
            RETURN QUERY
            SELECT total, item.* FROM (
                SELECT member.word_id FROM word_groups AS member WHERE member.user_id = learner AND member.group_id = words_of_group.group_id
                ORDER BY member.word_id LIMIT size OFFSET skipped
            ) AS member
            CROSS JOIN LATERAL (
                SELECT word.id, word.japanese, word.romaji, word.english, word.correct_count, word.wrong_count FROM words AS word
                WHERE word.user_id = learner AND word.id = member.word_id OFFSET 0
            ) AS item
            ORDER BY member.word_id;
            IF NOT FOUND THEN
                RETURN NEXT;
            END IF;
        END $$;
        """
}
