package io.salesbrain.events;

/** What leads have in common that open or click within the same seconds. */
public enum BurstCircle {
    /** The domain of their mail. */
    DOMAIN,
    /** The mailbox that wrote to them. */
    ACCOUNT
}
