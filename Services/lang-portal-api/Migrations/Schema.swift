import LearnerData
import Ledger
import Postgres
import ServiceKitPostgres

/// The tables of the portal, one numbered migration per file; a migration that has run anywhere is never changed.
enum Schema {
    /// In their order.
    static let migrations = [
        Migration(1, "words and groups", wordsAndGroups),
        Migration(2, "study activities, sessions and reviews", study),
        Migration(3, "maintained counters", counters),
        Migration(4, "imports, resets and idempotency keys", writes),
        Migration(5, "the list of a group's words", groupWords),
        Migration(6, "idempotency keys without deadlocks", idempotency),
        Migration(7, "reviews outlive their words", reviews),
        Migration(8, "imports insert what is missing", imports),
        Migration(9, "quotas", quotas),
        PostgresSessionRegistry.migration(10),
        PostgresRateLimitStore.migration(11),
        LearnerDataJobs.migration(12),
        Migration(13, "learners who leave", leaving),
        PostgresUsageLedger.migration(14),
        PostgresResponseCache.migration(15),
        PostgresUsageLedger.tombstoneMigration(16),
    ]
}
