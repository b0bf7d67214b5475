package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.CategorySource;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.inbox.ShownTeam.MemberName;
import io.salesbrain.query.inbox.ShownThread.Guess;
import io.salesbrain.query.inbox.ShownThread.Highlight;
import io.salesbrain.query.inbox.ShownThread.ThreadItem;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.routes.CampaignNames;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thread as lists show it. */
public final class ThreadView {
    private static final int GUESSES = 2;

    private final LeadIndex leads;
    private final Letterbox letters;
    private final Assignees assignees;
    private final CampaignNames names;
    private final InstantSource clock;

    public ThreadView(
            LeadIndex leads, Letterbox letters, Assignees assignees, CampaignNames names, InstantSource clock) {
        this.leads = leads;
        this.letters = letters;
        this.assignees = assignees;
        this.names = names;
        this.clock = clock;
    }

    ThreadItem one(InboxThread thread) {
        return all(thread.organizationId(), List.of(thread), Optional.empty()).getFirst();
    }

    /**
     * In the order given.
     *
     * @param hits of a search; empty where nothing was searched
     */
    List<ThreadItem> all(OrganizationId organization, Collection<InboxThread> threads, Optional<Search.Hits> hits) {
        var latest = letters.latest(organization, threads);
        var campaigns = names.of(organization);
        return threads.stream()
                .map(thread -> of(
                        thread,
                        latest.get(thread.threadId()),
                        campaigns.get(thread.campaignId()),
                        hits.map(found -> found.highlights(thread)).orElse(null)))
                .toList();
    }

    private ThreadItem of(
            InboxThread thread,
            @Nullable Letter letter,
            @Nullable String campaign,
            @Nullable List<Highlight> highlights) {
        var latest = thread.latest();
        var person = Person.of(letter == null ? Map.of() : letter.columns());
        var now = clock.instant();
        var lead = leads.find(thread.organizationId(), thread.leadEmail(), now);
        return new ThreadItem(
                thread.threadId(),
                thread.leadEmail(),
                person.name(),
                person.company(),
                known(thread.campaignId()),
                campaign,
                known(latest.account()),
                letter == null ? null : known(Subjects.plain(letter.subject())),
                thread.replies().getFirst().at(),
                latest.at(),
                letter == null ? null : known(letter.snippet()),
                thread.replies().size(),
                latest.category(),
                latest.source(),
                letter == null ? null : confidence(latest, letter),
                thread.isUndecided() && letter != null ? guesses(letter) : List.of(),
                thread.isUndecided(),
                latest.automatic(),
                latest.returnDate(),
                letter == null ? null : known(letter.judgement().language()),
                thread.folder(),
                thread.unread(),
                thread.done(),
                assignees.of(thread).map(MemberName::of).orElse(null),
                thread.noteCount(),
                lead.map(found -> found.state().status()).orElse(null),
                lead.map(LeadIndex.Lead::hot).orElse(false),
                lead.map(found -> found.scoreAt(now)).orElse(null),
                highlights);
    }

    /** How sure the model is, where it was the model that said so. */
    static @Nullable Double confidence(LeadReply reply, Letter letter) {
        return reply.source() != CategorySource.MODEL || reply.category() == null
                ? null
                : letter.judgement().probabilities().get(reply.category());
    }

    private static List<Guess> guesses(Letter letter) {
        return letter.judgement().probabilities().entrySet().stream()
                .sorted(Comparator.<Map.Entry<?, Double>>comparingDouble(Map.Entry::getValue)
                        .reversed())
                .limit(GUESSES)
                .map(guess -> new Guess(guess.getKey(), guess.getValue()))
                .toList();
    }

    static @Nullable String known(String text) {
        return text.isBlank() ? null : text;
    }
}
