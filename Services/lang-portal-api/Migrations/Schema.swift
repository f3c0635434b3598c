/// The tables of the portal, one numbered migration per file; a migration that has run anywhere is never changed.
enum Schema {}
