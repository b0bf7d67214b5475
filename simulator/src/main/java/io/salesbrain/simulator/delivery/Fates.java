package io.salesbrain.simulator.delivery;

/**
 * What became of events, each counted once however often it was told: {@code delivered} when any copy was acknowledged with 2xx,
 * {@code failed} after the last try, {@code lost} on purpose, {@code withheld} because the webhook was disabled or gone. Of the failed,
 * {@code unsure} many had a try without an answer, so that the receiver may have them all the same.
 */
public record Fates(long generated, long delivered, long failed, long lost, long withheld, long unsure) {
    static final Fates NONE = new Fates(0, 0, 0, 0, 0, 0);

    /** Those whose fate is still open. */
    public long underway() {
        return generated - delivered - failed - lost - withheld;
    }

    Fates plus(Fates other) {
        return new Fates(
                generated + other.generated,
                delivered + other.delivered,
                failed + other.failed,
                lost + other.lost,
                withheld + other.withheld,
                unsure + other.unsure);
    }

    static Fates ofOne(Fate fate, boolean unsure) {
        return switch (fate) {
            case GENERATED -> new Fates(1, 0, 0, 0, 0, 0);
            case DELIVERED -> new Fates(0, 1, 0, 0, 0, 0);
            case FAILED -> new Fates(0, 0, 1, 0, 0, unsure ? 1 : 0);
            case LOST -> new Fates(0, 0, 0, 1, 0, 0);
            case WITHHELD -> new Fates(0, 0, 0, 0, 1, 0);
        };
    }

    enum Fate {
        GENERATED,
        DELIVERED,
        FAILED,
        LOST,
        WITHHELD
    }
}
