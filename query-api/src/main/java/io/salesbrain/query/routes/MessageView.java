package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An e-mail of a campaign, sent or received. */
@Says("An e-mail of a campaign, sent or received.")
record MessageView(
        @Says("The event it came with.") String eventId,

        @Says("email_sent, reply_received or auto_reply_received.")
        EventType type,

        @Says("When it was sent or received.") Instant at,
        @Says("To whom, or from whom.") String leadEmail,
        @Says("The mailbox; null where unknown.") @Nullable String account,

        @Says("The subsequence; left out in the main sequence.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer sequence,

        @Says("Which e-mail, from 1; null where unknown.") @Nullable
        Integer step,

        @Says("Which variant of it, from 1; null where unknown.") @Nullable
        Integer variant,

        @Says("Instantly's id of it.") @Nullable String emailId,
        @Says("Null where it was not delivered.") @Nullable String subject,
        @Says("Null where it was not delivered.") @Nullable String text,

        @Says("As delivered: not to be shown unsanitised.") @Nullable
        String html,

        @Says("How a reply's visible text begins.") @Nullable
        String snippet,

        @Says("What a reply means, as the model sees it; null for what is no reply, and while it abstains.") @Nullable
        ReplyCategory category,

        @Says("True where the model leaves it to a person; else left out.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean abstained,

        @Says("What is to be known of it besides.") List<EventFlag> flags) {

    /** While the model abstains there is no category: a person decides. */
    static MessageView of(Message message) {
        return new MessageView(
                message.eventId(),
                message.type(),
                message.at(),
                message.leadEmail(),
                EventView.known(message.account()),
                EventView.sequence(message.step()),
                EventView.step(message.step()),
                EventView.variant(message.step()),
                EventView.known(message.emailId()),
                EventView.known(message.subject()),
                EventView.known(message.text()),
                EventView.known(message.html()),
                EventView.known(message.snippet()),
                message.abstained() ? null : message.category().orElse(null),
                message.abstained() ? true : null,
                message.flags());
    }
}
