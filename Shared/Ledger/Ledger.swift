/// Where the services' usage of models is written down.
enum LedgerPlaceholder {}
