package io.salesbrain.query.inbox;

import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests to the inbox and the team say. */
final class Said {
    private Said() {}

    @Says("What a reply means.")
    record CategorySent(
            @Says("Null takes back what was said.") @Nullable
            ReplyCategory category,

            @Says("The reply; the latest where it is left out.") @Bounds @Nullable
            String eventId)
            implements Sent {}

    @Says("Whether it is read.")
    record ReadSent(@Says("True for not read.") boolean unread) implements Sent {}

    @Says("Whether it is done.")
    record DoneSent(@Says("True for done.") boolean done) implements Sent {}

    @Says("Whose it is.")
    record AssignSent(
            @Says("Null is nobody's.") @Bounds @Nullable String memberId) implements Sent {}

    @Says("A note.")
    record NoteSent(
            @Says("What it says.") @Bounds(longest = 5_000) String text) implements Sent {}

    @Says("An answer.")
    record AnswerSent(
            @Says("Plain, without placeholders.") @Bounds(longest = 20_000)
            String text,

            @Says("The reply's own goes on where it is left out.") @Bounds @Nullable
            String subject)
            implements Sent {}

    @Says("A text of the organization's own.")
    record AnswerTemplateSent(
            @Says("The campaign it is for; for all where it is left out.") @Bounds @Nullable
            String campaignId,

            @Says("What it answers.") ReplyCategory category,

            @Says("The language it is written in.") @Bounds(oneOf = {"en", "de"})
            String language,

            @Says("What it is called; by the category where it is left out.") @Bounds @Nullable
            String name,

            @Says("The reply's own goes on where it is left out.") @Bounds @Nullable
            String subject,

            @Says("Up to 10,000 characters, with placeholders such as {{first_name}}.") @Bounds(longest = 10_000)
            String text)
            implements Sent {}

    @Says("Somebody of the team.")
    record MemberSent(
            @Says("For people.") @Bounds String name,

            @Says("Their own address.") @Bounds @Nullable String email,

            @Says("Whether rules give them new conversations; stays as it is where it is left out.") @Nullable
            Boolean active)
            implements Sent {}

    @Says("All rules; they take the place of those there were.")
    record RulesSent(@Says("The first that fits counts.") List<ShownTeam.RuleItem> rules) implements Sent {}
}
