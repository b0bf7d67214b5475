package io.salesbrain.scoring.lead;

import java.util.EnumSet;
import java.util.Set;

/**
 * What speaks for or against a person having caused an open or a click, with its weight as log-odds (below zero: a
 * machine). The weights are fitted to a labelled mix of people, privacy proxies and gateways and rounded; see
 * docs/human-likelihood.md, which has this table in words, and {@code ./salesbrain bench human}, which fits it.
 */
public enum Evidence {
    /** Where the sum starts: an open with nothing else known. */
    OPEN(2.6, ""),
    CLICK(1.2, ""),

    SEND_UNKNOWN(-1.6, "the send is not known"),
    WITHIN_2_S(-6.0, "less than 2 s after the send"),
    WITHIN_10_S(-6.0, "less than 10 s after the send"),
    WITHIN_30_S(-6.0, "less than 30 s after the send"),
    WITHIN_1_MIN(-6.0, "less than a minute after the send"),
    WITHIN_2_MIN(-5.4, "less than 2 minutes after the send"),
    WITHIN_5_MIN(-3.4, "less than 5 minutes after the send"),
    WITHIN_15_MIN(-0.6, "less than 15 minutes after the send"),
    WITHIN_1_H(1.0, "less than an hour after the send"),

    CLICK_UNOPENED(-0.5, "not opened before"),
    CLICK_AT_ONCE(-4.5, "within 2 s of the open"),
    CLICK_AFTER_READING(3.3, "soon after the open"),
    TWO_CLICKS(-3.4, "two clicks within 2 s"),
    SWEEP(-6.0, "three or more clicks within 2 s"),
    OPENED_BESIDE_CLICK(-6.0, "opened and clicked within 2 s"),
    OPENED_BEFORE_CLICK(1.3, "clicked after reading"),
    OPENED_TOGETHER(-3.8, "opened several times within 2 s"),
    STEADY_PACE(-2.5, "repeated at a steady pace"),
    SAME_DELAY(-2.9, "as long after the send as with another e-mail"),
    ONE_OF_MANY(-0.2, "one of very many on the same e-mail"),

    ANSWERED(1.0, "answered within a day"),
    AFTER_ANSWER(0.6, "after an answer"),

    COLLEAGUES_FEW(-4.0, "together with others at the same company within seconds"),
    COLLEAGUES_MANY(-5.0, "together with ten or more at the same company within seconds"),
    COLLEAGUES_CROWD(-6.0, "together with thirty or more at the same company within seconds"),
    ACCOUNT_MANY(-4.0, "together with ten or more leads of the same mailbox within seconds"),
    ACCOUNT_CROWD(-5.5, "together with thirty or more leads of the same mailbox within seconds"),

    GATEWAY(-0.7, "behind a security gateway");

    private static final Set<Evidence> SOON_AFTER_SEND = EnumSet.range(WITHIN_2_S, WITHIN_1_H);
    private static final Set<Evidence> BURSTS = EnumSet.range(COLLEAGUES_FEW, ACCOUNT_CROWD);

    private final double logOdds;
    private final String words;

    Evidence(double logOdds, String words) {
        this.logOdds = logOdds;
        this.words = words;
    }

    /** Added when it is there. */
    public double logOdds() {
        return logOdds;
    }

    /** For the salesperson. */
    public String words() {
        return words;
    }

    /** Whether it tells of other leads. */
    public boolean isBurst() {
        return BURSTS.contains(this);
    }

    /** Whether it is the time since the send that it tells. */
    boolean isSoonAfterSend() {
        return SOON_AFTER_SEND.contains(this);
    }
}
