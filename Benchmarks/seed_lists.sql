-- A learner with 10,000 words in 20 groups of 500 and :reviews reviews, 100 to a session, over the last 100 days.
-- psql variables: learner (uuid), reviews. The counters follow by the database's own triggers.
SET client_min_messages = warning;
SET statement_timeout = 0;
BEGIN;
SELECT reset_data(:'learner');
INSERT INTO words (user_id, japanese, romaji, english, type, formality)
SELECT :'learner', '言葉' || n, 'kotoba' || n, 'word ' || n, 'noun', 'neutral' FROM generate_series(1, 10000) AS n;
INSERT INTO groups (user_id, name) SELECT :'learner', 'Group ' || n FROM generate_series(1, 20) AS n;
INSERT INTO word_groups (user_id, group_id, word_id)
SELECT :'learner', chosen.id, numbered.id
FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM groups WHERE user_id = :'learner') AS chosen
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM words WHERE user_id = :'learner') AS numbered ON numbered.n % 20 = chosen.n;
INSERT INTO study_sessions (user_id, group_id, group_name, study_activity_id, activity_name, created_at)
SELECT :'learner', chosen.id, chosen.name, activity.id, activity.name, now() - interval '1 hour' - interval '100 days' * (1 - session::float / (:reviews / 100))
FROM generate_series(1, :reviews / 100) AS session
JOIN (SELECT id, name, row_number() OVER (ORDER BY id) - 1 AS n FROM groups WHERE user_id = :'learner') AS chosen ON chosen.n = session % 20
JOIN study_activities AS activity ON activity.id = 1 + session % 4
ORDER BY session;
INSERT INTO word_reviews (user_id, session_id, word_id, correct, created_at)
SELECT :'learner', session.id, listed.word_id, (session.id + listed.n) % 3 > 0, session.created_at + listed.n * interval '1 second'
FROM study_sessions AS session
JOIN (SELECT group_id, word_id, row_number() OVER (PARTITION BY group_id ORDER BY word_id) AS n FROM word_groups WHERE user_id = :'learner') AS listed
    ON listed.group_id = session.group_id AND (listed.n + session.id / 20) % 5 = 0
WHERE session.user_id = :'learner';
COMMIT;
VACUUM ANALYZE learners, words, groups, word_groups, study_sessions, word_reviews, session_words, study_stretches, learner_activities;
SELECT (SELECT count(*) FROM words WHERE user_id = :'learner') || ' words, ' || (SELECT count(*) FROM study_sessions WHERE user_id = :'learner') || ' sessions, '
    || (SELECT count(*) FROM word_reviews WHERE user_id = :'learner') || ' reviews';
