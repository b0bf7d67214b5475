package io.salesbrain.simulator.world;

/** A sending mailbox. {@code failingForDays} above 0: it has been going bad for so long, bounces rising from day to day. */
public record Mailbox(
        String email,
        String firstName,
        String lastName,
        boolean woman,
        int dailyLimit,
        MailProvider provider,
        double bounceShare,
        int failingForDays) {

    private static final double WORST_BOUNCE_SHARE = 0.24;

    public Mailbox {
        if (dailyLimit < 1) {
            throw new IllegalArgumentException("Mailbox " + email + " needs a daily limit of at least 1.");
        }
    }

    public boolean failing() {
        return failingForDays > 0;
    }

    /** The share of mails that bounce so many days before the end of the history; negative days are the live part. */
    public double bounceShareAt(double daysBeforeEnd) {
        if (!failing() || daysBeforeEnd >= failingForDays) {
            return bounceShare;
        }
        double gone = (failingForDays - Math.max(0, daysBeforeEnd)) / failingForDays;
        return bounceShare + WORST_BOUNCE_SHARE * gone;
    }
}
