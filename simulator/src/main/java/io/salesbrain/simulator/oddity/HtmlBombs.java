package io.salesbrain.simulator.oddity;

import java.util.random.RandomGenerator;

/** HTML that hurts whoever parses it without a limit: as long as an event may be, or nested deeper than any stack. */
final class HtmlBombs {
    /** From here on no event fits any more, however short the rest of it is. */
    private static final int LIMIT = 1 << 20;

    private static final int LONG = 800_000;
    private static final int DEEP = 30_000;
    private static final String FILLER =
            "<p style=\"margin:0\">Thank you for your mail, I will look at it.&nbsp;</p>\n";

    private HtmlBombs() {}

    static String fitting(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> FILLER.repeat(LONG / FILLER.length());
            case 1 -> "<div>".repeat(DEEP) + "Thank you" + "</div>".repeat(DEEP);
            default -> "<table><tr><td><blockquote ".repeat(DEEP / 2) + "<!-- never closed";
        };
    }

    static String tooLong(RandomGenerator random) {
        return FILLER.repeat((LIMIT + random.nextInt(LIMIT / 4)) / FILLER.length() + 1);
    }
}
