import Postgres

extension JobStore {
    static let schema = """
        -- Copies that learners ask for, and deletions of accounts. All moments in seconds since 1970.
        CREATE TABLE learner_data_jobs (
            id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
            kind text NOT NULL CHECK (kind IN ('export', 'deletion')),
            -- Whose; of a deletion that is done a keyed hash alone is left, so that it can be shown that it was done.
            subject text CHECK (length(subject) BETWEEN 1 AND 128),
            person text CHECK (length(person) <= 64),
            state text NOT NULL CHECK (state IN ('asked', 'working', 'ready', 'failed', 'done', 'over')),
            step text CHECK (length(step) <= 128),
            cursor text CHECK (length(cursor) <= 1024),
            pieces integer NOT NULL DEFAULT 0,
            bytes bigint NOT NULL DEFAULT 0,
            attempts integer NOT NULL DEFAULT 0,
            -- How often it was taken up: of those that are due since the same second others come first.
            turns integer NOT NULL DEFAULT 0,
            asked_at bigint NOT NULL,
            due_at bigint NOT NULL,
            -- Who is at work, and until when nobody else may be.
            lease text,
            lease_until bigint,
            ended_at bigint,
            ends_at bigint,
            CONSTRAINT learner_data_jobs_forget CHECK ((subject IS NULL) = (state = 'done') AND (state <> 'done' OR person IS NOT NULL))
        );
        CREATE UNIQUE INDEX learner_data_jobs_of_subject ON learner_data_jobs (subject, kind) WHERE state <> 'over';
        CREATE INDEX learner_data_jobs_due ON learner_data_jobs (due_at) WHERE state IN ('asked', 'working');
        CREATE INDEX learner_data_jobs_ended ON learner_data_jobs (ends_at) WHERE kind = 'export' AND state IN ('ready', 'failed', 'over');

        -- What a copy is made of, in order.
        CREATE TABLE learner_export_pieces (
            job_id bigint NOT NULL REFERENCES learner_data_jobs ON DELETE CASCADE,
            number integer NOT NULL,
            content bytea NOT NULL CHECK (octet_length(content) <= 4194304),
            PRIMARY KEY (job_id, number)
        );

        -- Refuses what a learner who is leaving would begin anew. Called by triggers on the tables that all of a learner's rows refer to: a row that was
        -- begun before the deletion was asked for is seen by it, for who asks waits here for its transaction.
        CREATE FUNCTION refuse_leaving_learner(learner text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock_shared(hashtextextended(learner, 5));
            IF EXISTS (SELECT FROM learner_data_jobs WHERE subject = learner AND kind = 'deletion' AND state <> 'over') THEN
                RAISE check_violation USING MESSAGE = 'the learner is leaving', CONSTRAINT = 'learner_is_leaving';
            END IF;
        END $$;
        """
}
