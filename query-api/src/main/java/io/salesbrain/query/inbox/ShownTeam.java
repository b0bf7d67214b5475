package io.salesbrain.query.inbox;

import io.salesbrain.events.TeamEntry.Member;
import io.salesbrain.events.TeamEntry.Rule;
import io.salesbrain.query.api.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of the team, field by field. */
final class ShownTeam {
    private ShownTeam() {}

    @Says("Who it is.")
    record MemberName(
            @Says("Their id.") String memberId,
            @Says("For people.") String name) {
        static MemberName of(Member member) {
            return new MemberName(member.memberId(), member.name());
        }
    }

    @Says("Somebody of the team.")
    record MemberItem(
            @Says("Their id.") String memberId,
            @Says("For people.") String name,
            @Says("Their own address.") @Nullable String email,

            @Says("Whether rules give them new conversations.")
            boolean active,

            @Says("How many leads with a conversation are theirs.")
            int assignedLeads) {
        static MemberItem of(Member member, int assignedLeads) {
            return new MemberItem(member.memberId(), member.name(), member.email(), member.active(), assignedLeads);
        }
    }

    @Says("The whole team.")
    record MemberList(
            @Says("By name.") List<MemberItem> items,

            @Says("Always null: there is one page.") @Nullable
            String nextStartingAfter) {}

    @Says("Who gets new conversations: the first rule that fits.")
    record RuleList(@Says("In their order.") List<RuleItem> rules) {
        static RuleList of(List<Rule> rules) {
            return new RuleList(rules.stream()
                    .map(rule -> new RuleItem(rule.campaignId(), rule.memberIds()))
                    .toList());
        }
    }

    @Says("Who gets the conversations of a campaign.")
    record RuleItem(
            @Says("Null is any campaign.") @Nullable String campaignId,
            @Says("Several take turns, by the lead.") List<String> memberIds) {}

    @Says("Whose a lead is.")
    record LeadAssignee(
            @Says("The lead.") String leadEmail,
            @Says("Null is nobody.") @Nullable MemberName assignedTo) {}
}
