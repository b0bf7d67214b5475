package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The ways in which an event is unlike the documentation. All but {@link #UNKNOWN_TYPE} change an event; that one adds another. */
public enum Oddity {
    /** An event of a kind nobody has documented, or a customer's own label, besides the others. */
    UNKNOWN_TYPE(Soundness.SOUND),
    BROKEN_BODY(Soundness.BROKEN),
    LACKING_FIELDS(Soundness.LACKING),
    OVERSIZED_HTML(Soundness.OVERSIZED),
    /** Very long or very deeply nested HTML that still fits. */
    HTML_BOMB(Soundness.SOUND),
    OLD_TIMESTAMP(Soundness.SOUND),
    CLOCK_MINUTES_AHEAD(Soundness.SOUND),
    CLOCK_A_YEAR_AHEAD(Soundness.SOUND),
    /** The same kind of event under another of its names. */
    OTHER_NAME(Soundness.SOUND),
    /** Its name with blanks and in capitals. */
    LOUD_NAME(Soundness.SOUND),
    /** Step and variant written in another of Instantly's ways. */
    OTHER_STEPS(Soundness.SOUND),
    /** Without fields that older events never had. */
    MISSING_FIELDS(Soundness.SOUND),
    /** With custom variables that are called like Instantly's own fields. */
    COLLIDING_VARIABLES(Soundness.SOUND),
    ODD_UNICODE(Soundness.SOUND);

    private final Soundness soundness;

    Oddity(Soundness soundness) {
        this.soundness = soundness;
    }

    public Soundness soundness() {
        return soundness;
    }

    /** Whether it can happen to this event at all. */
    public boolean canHappenTo(ObjectNode body) {
        return switch (this) {
            case UNKNOWN_TYPE,
                    BROKEN_BODY,
                    LACKING_FIELDS,
                    OLD_TIMESTAMP,
                    CLOCK_MINUTES_AHEAD,
                    CLOCK_A_YEAR_AHEAD,
                    ODD_UNICODE -> true;
            case OVERSIZED_HTML, HTML_BOMB -> body.has("reply_html");
            case OTHER_NAME -> Names.hasOthers(body);
            case LOUD_NAME -> Names.isDocumented(body);
            case OTHER_STEPS ->
                body.path("step").isInt() && body.path("variant").isInt();
            case MISSING_FIELDS -> MissingFields.someIn(body);
            case COLLIDING_VARIABLES -> body.has("lead_email");
        };
    }

    /** The event with this oddity; the one given stays as it is. What is broken is broken only when it is written down. */
    public ObjectNode happenTo(ObjectNode body, RandomGenerator random, Instant now) {
        ObjectNode odd = body.deepCopy();
        switch (this) {
            case UNKNOWN_TYPE -> {
                return Names.unknownEventBesides(body, random);
            }
            case BROKEN_BODY -> {}
            case LACKING_FIELDS -> LackingFields.makeUnusable(odd, random);
            case OVERSIZED_HTML -> odd.put("reply_html", HtmlBombs.tooLong(random));
            case HTML_BOMB -> odd.put("reply_html", HtmlBombs.fitting(random));
            case OLD_TIMESTAMP -> Clocks.daysBack(odd, random);
            case CLOCK_MINUTES_AHEAD -> Clocks.minutesAhead(odd, random, now);
            case CLOCK_A_YEAR_AHEAD -> Clocks.aYearAhead(odd);
            case OTHER_NAME -> Names.rename(odd, random);
            case LOUD_NAME -> Names.shout(odd);
            case OTHER_STEPS -> StepNotations.rewrite(odd, random);
            case MISSING_FIELDS -> MissingFields.leaveOut(odd);
            case COLLIDING_VARIABLES -> CollidingVariables.add(odd, random);
            case ODD_UNICODE -> OddUnicode.add(odd, random);
        }
        return odd;
    }
}
