package io.salesbrain.simulator.scenario;

/** A moment in its final place in an organization's story. {@code first}: the first of its type for that lead. */
public record ScriptedEvent(long sequence, Moment moment, boolean first) {
    static ScriptedEvent of(long sequence, Moment moment) {
        boolean first = !(moment.happening() instanceof Happening.AboutMail about)
                || about.mail().correspondence().firstOf(about.eventType());
        return new ScriptedEvent(sequence, moment, first);
    }
}
