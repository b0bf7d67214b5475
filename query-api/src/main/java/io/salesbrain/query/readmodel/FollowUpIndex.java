package io.salesbrain.query.readmodel;

import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.readmodel.FollowUpItem.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The follow-ups of every organization, with what people said of them. */
public final class FollowUpIndex {
    public static final Set<FollowUpState> OPEN = Set.of(FollowUpState.SCHEDULED, FollowUpState.DUE);

    /** Per organization, of those that nothing is to be done about any more. */
    static final int MOST_CLOSED = 10_000;

    private final Map<OrganizationId, OrganizationFollowUps> organizations = new ConcurrentHashMap<>();
    private final Consumer<FollowUpItem> onDue;
    private volatile boolean watching;

    /** @param onDue gets what becomes due, once {@link #startWatching} was called */
    public FollowUpIndex(Consumer<FollowUpItem> onDue) {
        this.onDue = onDue;
    }

    /** Takes a record of the follow-ups topic; a null value withdraws one. Called by one thread. */
    public void accept(String key, @Nullable FollowUp followUp) {
        var due = of(organization(key)).update(key, followUp);
        if (watching) {
            due.ifPresent(onDue);
        }
    }

    /** Takes a record of the decisions topic. */
    public void decide(String key, @Nullable FollowUpDecision decision) {
        of(organization(key)).decide(key.substring(key.indexOf('/') + 1), decision);
    }

    private static OrganizationId organization(String key) {
        return new OrganizationId(key.substring(0, key.indexOf('/')));
    }

    private OrganizationFollowUps of(OrganizationId organization) {
        return organizations.computeIfAbsent(organization, _ -> new OrganizationFollowUps(MOST_CLOSED));
    }

    /** From now on, what becomes due is told; before, the past was being read. */
    public void startWatching() {
        watching = true;
    }

    public boolean isWatching() {
        return watching;
    }

    public Optional<FollowUpItem> find(OrganizationId organization, String followUpId) {
        return Optional.ofNullable(organizations.get(organization)).flatMap(all -> all.find(followUpId));
    }

    /** What is to be done next with a lead. */
    public Optional<FollowUpItem> next(OrganizationId organization, String leadEmail) {
        return Optional.ofNullable(organizations.get(organization)).flatMap(all -> all.next(leadEmail));
    }

    /** The soonest due first, from behind a place on, at most so many. */
    public List<FollowUpItem> list(
            OrganizationId organization,
            Set<FollowUpState> states,
            Predicate<FollowUp> filter,
            Optional<Place> after,
            int limit) {
        var all = organizations.get(organization);
        if (all == null) {
            return List.of();
        }
        boolean withOpen = states.stream().anyMatch(OPEN::contains);
        boolean withClosed = !EnumSet.copyOf(OPEN).containsAll(states);
        return all.list(
                withOpen,
                withClosed,
                item -> states.contains(item.state()) && filter.test(item.followUp()),
                after,
                limit);
    }
}
