package io.salesbrain.query.ledger;

import io.salesbrain.query.api.Says;

/** What came of a table. */
@Says("What came of a table.")
record TakenView(
        @Says("In the table, the first one not counted.") int lines,
        @Says("Of them, those that were new.") int created,
        @Says("Of them, those that took the place of one.") int updated)
        implements Written {}
