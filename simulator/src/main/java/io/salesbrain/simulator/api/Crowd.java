package io.salesbrain.simulator.api;

/** How many more campaigns and mailboxes a workspace has beside those of its story: for trying out large ones. */
public record Crowd(int campaigns, int accounts) {
    public static final Crowd NONE = new Crowd(0, 0);
    private static final int MOST = 15_000;

    public Crowd {
        if (campaigns < 0 || campaigns > MOST || accounts < 0 || accounts > MOST) {
            throw new IllegalArgumentException("A crowd has 0 to " + MOST + " campaigns and as many accounts.");
        }
    }
}
