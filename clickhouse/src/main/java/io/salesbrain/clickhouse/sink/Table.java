package io.salesbrain.clickhouse.sink;

import java.util.Locale;

/** The tables the sink writes, in the order in which it writes them: watermarks speak of all the others, so they come last. */
enum Table {
    EVENTS,
    TOUCHES,
    REPLIES,
    CAMPAIGNS,
    CORRESPONDENCE,
    LEAD_STATES,
    RATES,
    COSTS,
    DEALS,
    FOLLOW_UPS,
    FOLLOW_UP_DECISIONS,
    WATERMARKS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
