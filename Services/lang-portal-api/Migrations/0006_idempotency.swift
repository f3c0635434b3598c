extension Schema {
    /// Claiming and keeping idempotency keys without deadlocks.
    static let idempotency = """
        -- The answer kept under an idempotency key of the last 24 hours. `is_running` when another transaction is at work under the key;
        -- `is_other` when the key was used for another request. The key is held until the transaction ends. Nothing is written here: the
        -- learner's row is not locked yet, and whoever has locked it may forget all keys. (`claim_idempotency_key`, which this replaces,
        -- deleted old keys and so could deadlock with a reset; it goes when no running task calls it any more.)
        CREATE FUNCTION claim_key(learner uuid, claimed text, fingerprint bytea, OUT is_running boolean, OUT is_other boolean, OUT kept text)
        LANGUAGE plpgsql AS $$
        BEGIN
            is_other := false;
            is_running := NOT pg_try_advisory_xact_lock(hashtextextended(claimed, hashtextextended(learner::text, 0)));
            IF NOT is_running THEN
                SELECT answer, request_hash <> fingerprint INTO kept, is_other FROM idempotency_keys
                WHERE user_id = learner AND key = claimed AND created_at >= now() - interval '24 hours';
                is_other := coalesce(is_other, false);
            END IF;
        END $$;

        -- Keeps an answer under a claimed key, after the learner's row was locked, and forgets keys older than 24 hours. A learner has at
        -- most 10,000: so many requests under keys in one day are a program that went astray.
        CREATE FUNCTION keep_answer(learner uuid, claimed text, fingerprint bytea, given text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM idempotency_keys WHERE user_id = learner AND created_at < now() - interval '24 hours';
            IF (SELECT count(*) FROM (SELECT FROM idempotency_keys WHERE user_id = learner LIMIT 10000) AS kept) = 10000 THEN
                RAISE check_violation USING MESSAGE = 'too many idempotency keys', CONSTRAINT = 'idempotency_keys_quota';
            END IF;
            INSERT INTO idempotency_keys (user_id, key, request_hash, answer) VALUES (learner, claimed, fingerprint, given)
            ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash, answer = excluded.answer, created_at = excluded.created_at;
        END $$;
        """
}
