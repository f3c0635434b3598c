import Postgres

/// The tables of the portal, one numbered migration per file; a migration that has run anywhere is never changed.
enum Schema {
    /// In their order.
    static let migrations = [
        Migration(1, "words and groups", wordsAndGroups),
        Migration(2, "study activities, sessions and reviews", study),
        Migration(3, "maintained counters", counters),
        Migration(4, "imports, resets and idempotency keys", writes),
    ]
}
