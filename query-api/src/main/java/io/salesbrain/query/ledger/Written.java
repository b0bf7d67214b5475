package io.salesbrain.query.ledger;

import io.salesbrain.query.api.Says;

/** What was written down: one entry, or a table. */
@Says("The entry; of a table, how many lines were taken.")
sealed interface Written permits CostView, DealView, TakenView {}
