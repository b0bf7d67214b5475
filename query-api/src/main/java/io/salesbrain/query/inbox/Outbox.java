package io.salesbrain.query.inbox;

import io.salesbrain.events.OrganizationId;

/** How answers go out. */
public interface Outbox {
    /** Where nothing can be sent. */
    Outbox NONE = new Outbox() {
        @Override
        public boolean canSend(OrganizationId organization) {
            return false;
        }

        @Override
        public String send(OrganizationId organization, Draft draft) {
            throw new IllegalStateException("nothing can be sent from here");
        }
    };

    /**
     * @param replyTo the id of the message it answers, which webhooks call email_id
     * @param account the mailbox it goes from
     */
    record Draft(String replyTo, String account, String subject, String text) {}

    /** It was not sent, and the caller is told why. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param cause what the caller is told */
        public RefusedException(RuntimeException cause) {
            super(cause);
        }
    }

    boolean canSend(OrganizationId organization);

    /**
     * Sends it, once.
     *
     * @return Instantly's id of the message, empty where it gave none
     * @throws RefusedException where it certainly was not sent; after any other failure nobody knows
     */
    String send(OrganizationId organization, Draft draft) throws InterruptedException;
}
