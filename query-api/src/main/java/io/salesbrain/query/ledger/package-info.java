/** Money that people enter, costs and deals: records of their own in the log, one by one or as CSV. */
@NullMarked
package io.salesbrain.query.ledger;

import org.jspecify.annotations.NullMarked;
