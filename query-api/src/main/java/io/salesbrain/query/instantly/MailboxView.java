package io.salesbrain.query.instantly;

import io.salesbrain.instantly.client.Account;
import io.salesbrain.query.api.Says;

/** A mailbox of Instantly's after something was done with it. */
@Says("A mailbox at Instantly.")
record MailboxView(
        @Says("Its address.") String account,
        @Says("Instantly's word for its state.") String status) {
    static MailboxView of(Account account) {
        return new MailboxView(account.email(), account.status().label());
    }
}
