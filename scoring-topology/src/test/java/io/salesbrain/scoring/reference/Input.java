package io.salesbrain.scoring.reference;

import io.salesbrain.events.Event;
import io.salesbrain.events.ReplyCorrection;

/** What reaches the product. */
sealed interface Input {
    record Arrived(Event event) implements Input {
        @Override
        public String toString() {
            var text = new StringBuilder(event.eventId().substring(0, 6) + " " + event.at() + " "
                    + event.type().label());
            text.append(" ").append(event.leadEmail().replaceFirst("@.*", ""));
            text.append(" campaign=").append(event.campaignId());
            text.append(" step=")
                    .append(event.step().sequence() + "_" + event.step().step() + "_"
                            + event.step().variant());
            text.append(" account=").append(event.account().replaceFirst("@.*", ""));
            text.append(" email_id=").append(event.emailId()).append(" ").append(event.flags());
            if (event.reply() != null) {
                text.append(" ").append(event.reply()).append(" ").append(event.raw());
            }
            return text.toString();
        }
    }

    record Corrected(ReplyCorrection correction) implements Input {
        @Override
        public String toString() {
            return correction.at() + " says " + correction.category() + " of "
                    + correction.eventId().substring(0, 6);
        }
    }
}
