package io.salesbrain.simulator.traffic;

/**
 * A sign of one e-mail, and who gave it.
 *
 * @param lead an address; its domain is the company's, or a free-mail provider's
 * @param step of the lead's one campaign
 * @param person for opens and clicks: whether a person caused it
 * @param gateway Instantly's {@code esg_code} where the list has that column; else 0
 */
public record Sign(Kind kind, String lead, String account, int step, long atMs, boolean person, int gateway) {
    /** What is told of an e-mail. */
    public enum Kind {
        SENT,
        OPENED,
        CLICKED,
        REPLIED
    }
}
