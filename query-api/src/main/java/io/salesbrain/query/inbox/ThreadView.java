package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.CategorySource;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.routes.CampaignNames;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What is told of a thread that changed. */
    public static Map<String, @Nullable Object> news(InboxThread thread) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("thread_id", thread.threadId());
        view.put("lead_email", thread.leadEmail());
        view.put("folder", thread.folder());
        view.put("unread", thread.unread());
        return view;
    }

    Map<String, @Nullable Object> one(InboxThread thread) {
        return all(thread.organizationId(), List.of(thread)).getFirst();
    }

    /** In the order given. */
    List<Map<String, @Nullable Object>> all(OrganizationId organization, Collection<InboxThread> threads) {
        var latest = letters.latest(organization, threads);
        var campaigns = names.of(organization);
        return threads.stream()
                .map(thread -> of(thread, latest.get(thread.threadId()), campaigns.get(thread.campaignId())))
                .toList();
    }

    private Map<String, @Nullable Object> of(InboxThread thread, @Nullable Letter letter, @Nullable String campaign) {
        var latest = thread.latest();
        var person = Person.of(letter == null ? Map.of() : letter.columns());
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("thread_id", thread.threadId());
        view.put("lead_email", thread.leadEmail());
        view.put("lead_name", person.name());
        view.put("company", person.company());
        view.put("campaign_id", known(thread.campaignId()));
        view.put("campaign_name", campaign);
        view.put("account", known(latest.account()));
        view.put("subject", letter == null ? null : known(Subjects.plain(letter.subject())));
        view.put("first_reply_at", thread.replies().getFirst().at());
        view.put("last_reply_at", latest.at());
        view.put("snippet", letter == null ? null : known(letter.snippet()));
        view.put("reply_count", thread.replies().size());
        addCategory(view, latest, letter);
        view.put("guesses", thread.isUndecided() && letter != null ? guesses(letter) : List.of());
        view.put("undecided", thread.isUndecided());
        view.put("automatic", latest.automatic());
        view.put("return_date", latest.returnDate());
        view.put("language", letter == null ? null : known(letter.judgement().language()));
        view.put("folder", thread.folder());
        view.put("unread", thread.unread());
        view.put("done", thread.done());
        view.put("assigned_to", assignees.of(thread).map(TeamView::brief).orElse(null));
        view.put("note_count", thread.noteCount());
        addLead(view, thread);
        return view;
    }

    static void addCategory(Map<String, @Nullable Object> view, LeadReply reply, @Nullable Letter letter) {
        view.put("category", reply.category());
        view.put("category_source", reply.source());
        view.put("confidence", confidence(reply, letter));
    }

    /** How sure the model is, where it was the model that said so. */
    private static @Nullable Double confidence(LeadReply reply, @Nullable Letter letter) {
        return letter == null || reply.source() != CategorySource.MODEL || reply.category() == null
                ? null
                : letter.judgement().probabilities().get(reply.category());
    }

    private static List<Map<String, Object>> guesses(Letter letter) {
        return letter.judgement().probabilities().entrySet().stream()
                .sorted(Comparator.<Map.Entry<?, Double>>comparingDouble(Map.Entry::getValue)
                        .reversed())
                .limit(GUESSES)
                .map(guess -> {
                    var view = new LinkedHashMap<String, Object>();
                    view.put("category", guess.getKey());
                    view.put("probability", guess.getValue());
                    return (Map<String, Object>) view;
                })
                .toList();
    }

    private void addLead(Map<String, @Nullable Object> view, InboxThread thread) {
        var now = clock.instant();
        var lead = leads.find(thread.organizationId(), thread.leadEmail(), now);
        view.put("lead_status", lead.map(found -> found.state().status()).orElse(null));
        view.put("hot", lead.map(LeadIndex.Lead::hot).orElse(false));
        view.put("score", lead.map(found -> found.scoreAt(now)).orElse(null));
    }

    static @Nullable String known(String text) {
        return text.isBlank() ? null : text;
    }
}
