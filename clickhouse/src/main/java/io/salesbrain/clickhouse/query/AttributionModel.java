package io.salesbrain.clickhouse.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a deal is shared out over the e-mails that its lead was sent before it was closed. */
public enum AttributionModel {
    /** All to the first. */
    FIRST_TOUCH,
    /** All to the last. */
    LAST_TOUCH,
    /** To each the same. */
    LINEAR,
    /** 40 % to the first, 40 % to the last, the rest evenly to those between; of two to each one half. */
    POSITION_BASED,
    /** To each half as much as to one seven days later. */
    TIME_DECAY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AttributionModel> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(model -> model.label().equals(label))
                .findFirst();
    }
}
