package io.salesbrain.scoring.lead;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.lead.Corrections.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a lead, computed afresh from its history. On each event the topology sends on {@code facts(after) −
 * facts(before)}: late sends that replace inferred ones, labels and corrections that move the past, and any order of
 * arrival need no case of their own.
 *
 * @param state what is shown of the lead, with version 0
 * @param counts what the lead adds to the rates
 * @param followUps what is to be done next with the lead follows from this
 */
public record LeadFacts(LeadState state, CountTable counts, FollowUpBasis followUps) {
    public static LeadFacts of(OrganizationId organization, String leadEmail, History history, ScoreSettings settings) {
        var mail = Correspondence.of(history);
        var said = history.corrections().of(organization, leadEmail, history.touches());
        var talk = Conversation.of(mail, said);
        var human = HumanLikelihood.of(mail);
        var weights = human.weights();
        var counts = Tally.of(mail, talk, weights);
        return new LeadFacts(
                new Reading(organization, leadEmail, settings, mail, talk, said, human).state(),
                counts,
                FollowUpBasis.of(mail, talk, weights));
    }

    /** One reading of a history on its way to a state. */
    private record Reading(
            OrganizationId organization,
            String leadEmail,
            ScoreSettings settings,
            Correspondence mail,
            Conversation talk,
            Map<Touch, Said> said,
            HumanLikelihood human) {

        LeadState state() {
            var contributions = contributions();
            var status = StatusRules.of(mail, talk);
            long halfLifeMs = settings.halfLifeMs();
            var mass = Score.massLog2(contributions, halfLifeMs);
            var listed = Listed.of(contributions, halfLifeMs);
            return new LeadState(
                    organization,
                    leadEmail,
                    status.status(),
                    contributions.stream().mapToLong(Contribution::points).sum(),
                    mass.isPresent() ? mass.getAsDouble() : null,
                    halfLifeMs,
                    isSignalled(),
                    status.disqualified(),
                    lastSignalAt(contributions),
                    firstContactedAt(),
                    status.returnDate(),
                    campaignIds(),
                    listed.weightiest(),
                    inferredSends(),
                    0,
                    StatusHistory.of(organization, leadEmail, mail, said),
                    listed.folded(),
                    Threads.of(organization, leadEmail, talk.replies()));
        }

        private static @Nullable Instant lastSignalAt(List<Contribution> contributions) {
            Instant latest = null;
            for (var contribution : contributions) {
                if (contribution.points() > 0
                        && (latest == null || contribution.at().isAfter(latest))) {
                    latest = contribution.at();
                }
            }
            return latest;
        }

        private @Nullable Instant firstContactedAt() {
            var first = mail.emails().stream().mapToLong(Email::sentAtMs).min();
            return first.isPresent() ? Instant.ofEpochMilli(first.getAsLong()) : null;
        }

        private List<String> campaignIds() {
            var ids = new TreeSet<String>();
            for (var placed : mail.placed()) {
                if (!placed.touch().campaignId().isEmpty()) {
                    ids.add(placed.touch().campaignId());
                }
            }
            return List.copyOf(ids);
        }

        private boolean isSignalled() {
            if (!talk.meetings().isEmpty()) {
                return true;
            }
            for (var reply : talk.replies()) {
                if (reply.isHuman()) {
                    return true;
                }
            }
            for (var placed : mail.placed()) {
                if (placed.touch().type() == EventType.EMAIL_CLICKED) {
                    return true;
                }
            }
            return false;
        }

        private List<Contribution> contributions() {
            var list = new ArrayList<Contribution>();
            firstPerEmail(EventType.EMAIL_OPENED, settings.open(), list);
            firstPerEmail(EventType.EMAIL_CLICKED, settings.click(), list);
            for (var reply : talk.replies()) {
                if (reply.isHuman()) {
                    var refusal = reply.effectiveCategory().filter(LeadFacts::earnsNothing);
                    list.add(contribution(
                            reply.face(),
                            reply.atMs(),
                            refusal.isPresent() ? 0 : settings.reply(),
                            1,
                            Reasons.reply(reply.effectiveCategory())));
                }
            }
            for (var meeting : talk.meetings()) {
                list.add(contribution(
                        meeting, meeting.touch().atMs(), settings.meeting(), 1, Reasons.meeting(meeting.touch())));
            }
            list.sort(Comparator.comparing(Contribution::at)
                    .thenComparing(Contribution::type)
                    .thenComparing(Contribution::eventId));
            return list;
        }

        private void firstPerEmail(EventType type, int points, List<Contribution> list) {
            var seen = new HashSet<Email>();
            for (var placed : mail.placed()) {
                var email = placed.email();
                if (placed.touch().type() == type && email != null && seen.add(email)) {
                    var evidence = human.evidence(placed);
                    double likelihood = HumanLikelihood.weight(evidence);
                    list.add(contribution(
                            placed,
                            placed.touch().atMs(),
                            points,
                            likelihood,
                            Reasons.signal(placed, likelihood, evidence)));
                }
            }
        }

        private Contribution contribution(Placed placed, long atMs, int points, double human, String why) {
            return new Contribution(
                    placed.touch().eventId(organization, leadEmail),
                    placed.touch().type(),
                    Instant.ofEpochMilli(atMs),
                    placed.touch().campaignId(),
                    points,
                    human,
                    why);
        }

        private List<InferredSend> inferredSends() {
            return mail.emails().stream()
                    .filter(Email::inferred)
                    .map(email -> new InferredSend(
                            Inference.eventId(organization, leadEmail, email),
                            Instant.ofEpochMilli(email.sentAtMs()),
                            email.key().campaignId(),
                            email.step(),
                            email.account(),
                            email.cause().eventId(organization, leadEmail)))
                    .sorted(Comparator.comparing(InferredSend::at).thenComparing(InferredSend::eventId))
                    .toList();
        }
    }

    private static boolean earnsNothing(ReplyCategory category) {
        return switch (category) {
            case NOT_INTERESTED, UNSUBSCRIBE, WRONG_PERSON -> true;
            case INTERESTED, MEETING_REQUEST, QUESTION, OUT_OF_OFFICE, OTHER -> false;
        };
    }
}
