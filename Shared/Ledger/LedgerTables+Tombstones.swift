extension LedgerTables {
    /// Settling before reserving, for `PostgresUsageLedger.tombstoneMigration`.
    ///
    /// Who has heard no answer to a reservation settles it nevertheless, and may be faster than the reservation itself. So that nothing is left open then,
    /// the settlement leaves a tombstone: a settled call that is older than every window. It counts nowhere, the reservation finds its name taken, and it
    /// goes with the calls of its day.
    static let tombstones = """
        DROP FUNCTION model_settle(text, text, bigint, bigint);

        -- What was used takes the place of what was reserved, in the windows and budgets in which the call began. Twice is as good as once.
        CREATE FUNCTION model_settle(call_id text, whose text, used_tokens bigint, used_usd bigint, given_moment timestamptz DEFAULT NULL) RETURNS boolean
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
        DECLARE call model_calls;
        BEGIN
            PERFORM set_config('synchronous_commit', 'off', true);
            -- Waits for a reservation of this name that is under way; one that comes later waits for this.
            INSERT INTO model_calls (id, user_id, began_at, tokens, micro_usd, lease_until, alerts)
            VALUES (call_id, whose, coalesce(given_moment, clock_timestamp()) - interval '1 hour', 0, 0, NULL, '{}') ON CONFLICT (id) DO NOTHING;
            SELECT * INTO call FROM model_calls WHERE id = call_id AND user_id = whose AND lease_until IS NOT NULL FOR UPDATE;
            IF NOT FOUND THEN RETURN false; END IF;
            UPDATE model_calls SET tokens = used_tokens, micro_usd = used_usd, lease_until = NULL WHERE id = call_id;
            -- The budgets before the minute, in the order in which reservations lock them.
            PERFORM model_spend_more(
                to_char(call.began_at AT TIME ZONE 'UTC', format), used_tokens - call.tokens, used_usd - call.micro_usd, 9223372036854775807, 9223372036854775807)
            FROM unnest(ARRAY['YYYY-MM-DD', 'YYYY-MM']) AS format;
            UPDATE model_minutes SET tokens = tokens + used_tokens - call.tokens WHERE minute = model_minute(call.began_at);
            RETURN true;
        END $$;
        """
}
