import Postgres

/// The tables and functions of the ledger, for `PostgresUsageLedger.migration`.
///
/// Every call is a row for an hour and more, so that windows slide exactly: at no moment have more calls or tokens than are allowed begun in the last second,
/// minute or hour. Rows are few, because the limits themselves bound them; sums of minutes save reading those of an hour.
///
/// Users are Cognito's sub, as in every table with a learner: it says nothing about a person to whoever does not have the user pool, and copies, deletions
/// and logs of one learner find it. A keyed hash would hide it from nobody who can read the tables beside these.
///
/// All of it survives a crash of the server, as budgets, blocks and permits must.
enum LedgerTables {
    static let calls = """
        CREATE TABLE model_calls (
            id text PRIMARY KEY CHECK (length(id) = 32),
            -- Cognito's sub; empty once the user has left, as what all users used together still counts.
            user_id text NOT NULL CHECK (length(user_id) <= 128),
            began_at timestamptz NOT NULL,
            -- As reserved, then as used.
            tokens bigint NOT NULL CHECK (tokens >= 0),
            micro_usd bigint NOT NULL CHECK (micro_usd >= 0),
            -- Until when it holds a permit; null once it is settled.
            lease_until timestamptz,
            -- The budgets of which it told, for when its answer was lost.
            alerts text[] NOT NULL
        );
        CREATE INDEX model_calls_by_time ON model_calls (began_at);
        CREATE INDEX model_calls_of_user ON model_calls (user_id, began_at);
        CREATE INDEX model_calls_under_way ON model_calls (lease_until) WHERE lease_until IS NOT NULL;

        -- The tokens of the calls that began in a minute, counted since 1970.
        CREATE TABLE model_minutes (
            minute bigint PRIMARY KEY,
            tokens bigint NOT NULL
        );

        -- What was reserved and used in a day or month of UTC; its row is what the budgets are held against.
        CREATE TABLE model_spend (
            period text PRIMARY KEY CHECK (length(period) <= 10),
            tokens bigint NOT NULL,
            micro_usd bigint NOT NULL,
            -- Whether somebody was told that it is nearly used up.
            is_told boolean NOT NULL DEFAULT false
        );

        CREATE TABLE model_offenders (
            user_id text PRIMARY KEY CHECK (length(user_id) <= 128),
            -- When the attempts were that count still; fewer than lead to a block.
            attempts timestamptz[] NOT NULL DEFAULT '{}',
            blocks integer NOT NULL DEFAULT 0,
            blocked_until timestamptz,
            seen_at timestamptz NOT NULL
        );
        CREATE INDEX model_offenders_by_time ON model_offenders (seen_at);

        """

    /// How long until one more call, or so many more tokens, fit into a window; null when they fit now.
    private static let windows = """
        CREATE FUNCTION model_wait_for_call(whose text, period interval, allowed bigint, moment timestamptz) RETURNS double precision
        LANGUAGE plpgsql STABLE AS $$
        DECLARE leaves timestamptz;
        BEGIN
            -- The oldest of those that must leave.
            IF whose IS NULL THEN
                SELECT began_at INTO leaves FROM model_calls WHERE began_at > moment - period ORDER BY began_at DESC OFFSET allowed - 1 LIMIT 1;
            ELSE
                SELECT began_at INTO leaves FROM model_calls WHERE user_id = whose AND began_at > moment - period
                ORDER BY began_at DESC OFFSET allowed - 1 LIMIT 1;
            END IF;
            RETURN extract(epoch FROM leaves + period - moment);
        END $$;

        CREATE FUNCTION model_minute(moment timestamptz) RETURNS bigint
        LANGUAGE sql IMMUTABLE AS $$ SELECT floor(extract(epoch FROM moment) / 60)::bigint $$;

        -- From the newest call to the one with which it is too much: when that one leaves, there is room.
        CREATE FUNCTION model_wait_for_user_tokens(whose text, period interval, allowed bigint, wanted bigint, moment timestamptz) RETURNS double precision
        LANGUAGE plpgsql STABLE AS $$
        DECLARE call record; used bigint := wanted;
        BEGIN
            FOR call IN SELECT began_at, tokens FROM model_calls WHERE user_id = whose AND began_at > moment - period ORDER BY began_at DESC LOOP
                used := used + call.tokens;
                IF used > allowed THEN RETURN extract(epoch FROM call.began_at + period - moment); END IF;
            END LOOP;
            -- Never, if it is more than the whole window.
            RETURN CASE WHEN used > allowed THEN extract(epoch FROM period) END;
        END $$;

        -- The same by whole minutes, and call by call in the one that the window begins in and in the one with which it is too much.
        CREATE FUNCTION model_wait_for_tokens(period interval, allowed bigint, wanted bigint, moment timestamptz) RETURNS double precision
        LANGUAGE plpgsql STABLE AS $$
        DECLARE span record; call record; used bigint := wanted; first bigint := model_minute(moment - period);
        BEGIN
            FOR span IN SELECT minute, tokens FROM model_minutes WHERE minute >= first ORDER BY minute DESC LOOP
                IF span.minute > first AND used + span.tokens <= allowed THEN
                    used := used + span.tokens;
                    CONTINUE;
                END IF;
                FOR call IN
                    SELECT began_at, tokens FROM model_calls WHERE began_at > moment - period
                        AND began_at >= to_timestamp(span.minute * 60) AND began_at < to_timestamp(span.minute * 60 + 60) ORDER BY began_at DESC
                LOOP
                    used := used + call.tokens;
                    IF used > allowed THEN RETURN extract(epoch FROM call.began_at + period - moment); END IF;
                END LOOP;
            END LOOP;
            RETURN CASE WHEN used > allowed THEN extract(epoch FROM period) END;
        END $$;

        """

    private static let spending = """
        -- Adds to a day's or month's sum; tells whether it has now reached the part at which somebody wants to know, once.
        CREATE FUNCTION model_spend_more(asked_period text, more_tokens bigint, more_usd bigint, alert_tokens bigint, alert_usd bigint) RETURNS boolean
        LANGUAGE plpgsql AS $$
        DECLARE told boolean; is_due boolean;
        BEGIN
            INSERT INTO model_spend AS kept (period, tokens, micro_usd) VALUES (asked_period, greatest(0, more_tokens), greatest(0, more_usd))
            ON CONFLICT (period) DO UPDATE SET tokens = greatest(0, kept.tokens + more_tokens), micro_usd = greatest(0, kept.micro_usd + more_usd)
            RETURNING is_told, tokens >= alert_tokens OR micro_usd >= alert_usd INTO told, is_due;
            IF told OR NOT is_due THEN RETURN false; END IF;
            UPDATE model_spend SET is_told = true WHERE period = asked_period;
            RETURN true;
        END $$;

        """

    /// One statement for each decision. The lock makes all calls of a database wait for each other, which they do for less than a millisecond.
    private static let reserving = """
        CREATE FUNCTION model_reserve(
            call_id text, whose text, wanted_tokens bigint, wanted_usd bigint, lease interval,
            user_per_minute bigint, user_tokens_per_hour bigint, per_second bigint, per_minute bigint, tokens_per_minute bigint, tokens_per_hour bigint,
            concurrent bigint, tokens_per_day bigint, usd_per_month bigint, day_alert bigint, month_alert bigint, given_moment timestamptz,
            OUT refused text, OUT wait double precision, OUT alerts text[])
        -- Planned once for each connection: planning takes as long as all the rest.
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
        DECLARE moment timestamptz; day text; month text; known model_calls;
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtextextended('model_calls', 0));
            -- Nobody waits for the disk: a crash of the server can lose the last second of what is written here, which a limit can bear.
            PERFORM set_config('synchronous_commit', 'off', true);
            -- After the lock: who has waited for it must not write an earlier moment than who was before.
            moment := coalesce(given_moment, clock_timestamp());
            alerts := '{}';
            SELECT * INTO known FROM model_calls WHERE id = call_id;
            IF FOUND THEN
                -- Sent twice because its answer was lost; a name that was used up is nobody's way past the limits.
                IF known.user_id <> whose OR known.lease_until IS NULL OR known.lease_until <= moment THEN
                    RAISE unique_violation USING MESSAGE = 'the name of the reservation is taken';
                END IF;
                alerts := known.alerts;
                RETURN;
            END IF;
            day := to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD');
            month := to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM');

            SELECT name, seconds INTO refused, wait FROM (
                SELECT 'blocked' AS name, extract(epoch FROM blocked_until - moment)::double precision AS seconds FROM model_offenders
                    WHERE user_id = whose AND blocked_until > moment
                UNION ALL SELECT 'user-requests-per-minute', model_wait_for_call(whose, interval '1 minute', user_per_minute, moment)
                UNION ALL SELECT 'user-tokens-per-hour', model_wait_for_user_tokens(whose, interval '1 hour', user_tokens_per_hour, wanted_tokens, moment)
                UNION ALL SELECT 'requests-per-second', model_wait_for_call(NULL, interval '1 second', per_second, moment)
                UNION ALL SELECT 'requests-per-minute', model_wait_for_call(NULL, interval '1 minute', per_minute, moment)
                UNION ALL SELECT 'tokens-per-minute', model_wait_for_tokens(interval '1 minute', tokens_per_minute, wanted_tokens, moment)
                UNION ALL SELECT 'tokens-per-hour', model_wait_for_tokens(interval '1 hour', tokens_per_hour, wanted_tokens, moment)
                -- Calls end when they end; a second is about what one takes.
                UNION ALL SELECT 'concurrent-calls', 1 WHERE (SELECT count(*) FROM model_calls WHERE lease_until > moment) >= concurrent
                UNION ALL SELECT 'tokens-per-day', extract(epoch FROM (date_trunc('day', moment AT TIME ZONE 'UTC') + interval '1 day') AT TIME ZONE 'UTC' - moment)
                    WHERE wanted_tokens + coalesce((SELECT tokens FROM model_spend WHERE period = day), 0) > tokens_per_day
                UNION ALL SELECT 'cost-per-month', extract(epoch FROM (date_trunc('month', moment AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC' - moment)
                    WHERE wanted_usd + coalesce((SELECT micro_usd FROM model_spend WHERE period = month), 0) > usd_per_month) AS waits
            -- The longest wait: who comes back after it is not refused for another reason that is known now.
            WHERE seconds IS NOT NULL ORDER BY name = 'blocked' DESC, seconds DESC LIMIT 1;
            IF refused IS NOT NULL THEN RETURN; END IF;

            IF model_spend_more(day, wanted_tokens, wanted_usd, day_alert, 9223372036854775807) THEN alerts := alerts || 'tokens-per-day'::text; END IF;
            IF model_spend_more(month, wanted_tokens, wanted_usd, 9223372036854775807, month_alert) THEN alerts := alerts || 'cost-per-month'::text; END IF;
            INSERT INTO model_calls (id, user_id, began_at, tokens, micro_usd, lease_until, alerts)
            VALUES (call_id, whose, moment, wanted_tokens, wanted_usd, moment + lease, alerts);
            INSERT INTO model_minutes AS kept (minute, tokens) VALUES (model_minute(moment), wanted_tokens)
            ON CONFLICT (minute) DO UPDATE SET tokens = kept.tokens + excluded.tokens;
        END $$;

        """

    private static let settling = """
        -- What was used takes the place of what was reserved, in the windows and budgets in which the call began. Twice is as good as once.
        CREATE FUNCTION model_settle(call_id text, whose text, used_tokens bigint, used_usd bigint) RETURNS boolean
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
        DECLARE call model_calls;
        BEGIN
            PERFORM set_config('synchronous_commit', 'off', true);
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

    private static let blocking = """
        CREATE FUNCTION model_note_attempt(
            whose text, allowed integer, period interval, first interval, factor integer, longest interval, memory interval, given_moment timestamptz,
            OUT counted integer, OUT until timestamptz, OUT is_new boolean)
        LANGUAGE plpgsql AS $$
        DECLARE offender model_offenders; moment timestamptz;
        BEGIN
            INSERT INTO model_offenders (user_id, seen_at) VALUES (whose, coalesce(given_moment, clock_timestamp())) ON CONFLICT DO NOTHING;
            SELECT * INTO offender FROM model_offenders WHERE user_id = whose FOR UPDATE;
            moment := coalesce(given_moment, clock_timestamp());
            is_new := false;
            IF offender.blocked_until + memory <= moment THEN offender.blocks := 0; END IF;
            offender.attempts := ARRAY(SELECT attempt FROM unnest(offender.attempts) AS attempt WHERE attempt > moment - period) || moment;
            counted := cardinality(offender.attempts);
            -- Attempts within a block do not make it longer: there is nothing left to protect, and the block stays bounded.
            IF offender.blocked_until > moment THEN
                offender.attempts := '{}';
            ELSIF counted >= allowed THEN
                -- The exponent is bounded, so that no number of blocks overflows.
                offender.blocked_until := moment + least(longest, first * power(factor, least(offender.blocks, 16)));
                offender.blocks := least(offender.blocks + 1, 1000);
                offender.attempts := '{}';
                is_new := true;
            END IF;
            IF offender.blocked_until > moment THEN until := offender.blocked_until; END IF;
            UPDATE model_offenders SET attempts = offender.attempts, blocks = offender.blocks, blocked_until = offender.blocked_until, seen_at = moment
            WHERE user_id = whose;
        END $$;
        """

    static let all = calls + windows + spending + reserving + settling + blocking
}
