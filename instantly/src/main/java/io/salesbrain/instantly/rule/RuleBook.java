package io.salesbrain.instantly.rule;

import io.salesbrain.events.Alert;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.OrganizationRules;
import io.salesbrain.events.PauseRule;
import io.salesbrain.events.RuleAction;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Organizations' rules, the alerts they are about and what they did, in memory and following the log. */
public final class RuleBook implements AutoCloseable {
    /** Per organization; the oldest go first. */
    static final int MOST_ACTIONS = 10_000;

    private static final int MOST_FORGOTTEN = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Alerts that ended before this are of no interest any more. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** Where a list of actions goes on. */
    public record Place(Instant decidedAt, String actionId) {
        static Place of(RuleAction action) {
            return new Place(action.decidedAt(), action.actionId());
        }
    }

    private static final Comparator<RuleAction> NEWEST_FIRST =
            Comparator.comparing(RuleAction::decidedAt).reversed().thenComparing(RuleAction::actionId);

    private static final class Shelf {
        private final Map<String, Alert> alerts = new HashMap<>();
        private final Map<String, RuleAction> actions = new HashMap<>();
        private final TreeSet<RuleAction> inOrder = new TreeSet<>(NEWEST_FIRST);
    }

    private final Map<OrganizationId, OrganizationRules> rules = new ConcurrentHashMap<>();
    private final Map<OrganizationId, Shelf> shelves = new ConcurrentHashMap<>();
    /** Of whom something is new since it was last asked. */
    private final Set<OrganizationId> news = ConcurrentHashMap.newKeySet();

    private final List<Consumer<RuleAction>> listeners = new CopyOnWriteArrayList<>();
    private final LogWriter log;
    private final InstantSource clock;
    private final TopicFollower<String, OrganizationRules> rulesFeed;
    private final TopicFollower<String, Alert> alertsFeed;
    private final TopicFollower<String, RuleAction> actionsFeed;

    private RuleBook(LogConfig config, LogWriter log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        this.rulesFeed = TopicFollower.fromStart(config, Topics.INSTANTLY_RULES, (_, _, key, said) -> take(key, said));
        this.actionsFeed = TopicFollower.fromStart(
                config, Topics.INSTANTLY_RULE_ACTIONS, (_, _, key, action) -> take(key, action));
        this.alertsFeed = TopicFollower.fromStart(config, Topics.ALERTS, (_, _, key, alert) -> take(key, alert));
    }

    public static RuleBook follow(LogConfig config, LogWriter log, InstantSource clock) {
        return new RuleBook(config, log, clock);
    }

    public boolean isReady() {
        return rulesFeed.isCaughtUp() && alertsFeed.isCaughtUp() && actionsFeed.isCaughtUp();
    }

    /** What must be read to its end by whoever begins to act for an organization. */
    public TopicFollower<?, ?> actionsFeed() {
        return actionsFeed;
    }

    /** Tells, from when the past has been read, of what is over: done, told, failed. On the follower's thread. */
    public void tell(Consumer<RuleAction> listener) {
        listeners.add(listener);
    }

    private void take(String key, @Nullable OrganizationRules said) {
        var owner = new OrganizationId(key);
        if (said == null) {
            rules.remove(owner);
        } else {
            rules.put(owner, said);
            news.add(owner);
        }
    }

    private void take(String key, @Nullable Alert alert) {
        var owner = owner(key);
        var shelf = shelf(owner);
        synchronized (shelf) {
            var resolvedAt = alert == null ? null : alert.resolvedAt();
            if (alert == null
                    || (resolvedAt != null
                            && resolvedAt.isBefore(clock.instant().minus(REMEMBERED)))) {
                shelf.alerts.remove(key.substring(key.indexOf('/') + 1));
            } else {
                shelf.alerts.put(alert.alertId(), alert);
            }
        }
        news.add(owner);
    }

    private void take(String key, @Nullable RuleAction action) {
        var shelf = shelf(owner(key));
        @Nullable RuleAction before;
        synchronized (shelf) {
            before = shelf.actions.remove(key.substring(key.indexOf('/') + 1));
            if (before != null) {
                shelf.inOrder.remove(before);
            }
            if (action == null) {
                return;
            }
            shelf.actions.put(action.actionId(), action);
            shelf.inOrder.add(action);
            if (shelf.inOrder.size() > MOST_ACTIONS) {
                shelf.actions.remove(shelf.inOrder.removeLast().actionId());
            }
        }
        boolean isNews = action.isOver() && (before == null || !before.isOver());
        if (isNews && isWatching()) {
            listeners.forEach(listener -> listener.accept(action));
        }
    }

    /** Old news is over once this process has read what there was when it started. */
    @SuppressWarnings("NullAway") // A record may come before the constructor is done.
    private boolean isWatching() {
        return actionsFeed != null && actionsFeed.isCaughtUp();
    }

    private static OrganizationId owner(String key) {
        return new OrganizationId(key.substring(0, key.indexOf('/')));
    }

    private Shelf shelf(OrganizationId organization) {
        return shelves.computeIfAbsent(organization, _ -> new Shelf());
    }

    public Optional<OrganizationRules> rules(OrganizationId organization) {
        return Optional.ofNullable(rules.get(organization));
    }

    /** Everybody with rules. */
    Set<OrganizationId> organizations() {
        return Set.copyOf(rules.keySet());
    }

    /** Whether there is something new since this was last asked. */
    boolean takeNews(OrganizationId organization) {
        return news.remove(organization);
    }

    /** What is to be begun. */
    List<RuleAction> due(OrganizationId organization, Instant now) {
        List<PauseRule> wanted =
                rules(organization).map(OrganizationRules::rules).orElse(List.of());
        var shelf = shelf(organization);
        synchronized (shelf) {
            return RulePlan.due(wanted, shelf.alerts, shelf.actions, now);
        }
    }

    /** What has begun and is to be tried now. */
    List<RuleAction> waiting(OrganizationId organization, Instant now) {
        return list(
                organization,
                action -> {
                    var next = action.nextTryAt();
                    return !action.isOver() && (next == null || !next.isAfter(now));
                },
                Optional.empty(),
                MOST_ACTIONS);
    }

    /** Whether its alert is over, as far as is known. */
    boolean isOpen(RuleAction action) {
        var shelf = shelf(action.organizationId());
        synchronized (shelf) {
            var alert = shelf.alerts.get(action.alertId());
            return alert != null && !alert.isResolved();
        }
    }

    Optional<RuleAction> find(OrganizationId organization, String actionId) {
        var shelf = shelf(organization);
        synchronized (shelf) {
            return Optional.ofNullable(shelf.actions.get(actionId));
        }
    }

    /** What was over long ago, some at a time. */
    List<RuleAction> overBefore(OrganizationId organization, Instant limit) {
        var shelf = shelf(organization);
        synchronized (shelf) {
            return shelf.inOrder.descendingSet().stream()
                    .takeWhile(action -> action.decidedAt().isBefore(limit))
                    .filter(RuleAction::isOver)
                    .limit(MOST_FORGOTTEN)
                    .toList();
        }
    }

    /** The newest first, from behind a place on, at most so many. */
    public List<RuleAction> list(
            OrganizationId organization, Predicate<RuleAction> filter, Optional<Place> after, int limit) {
        var shelf = shelves.get(organization);
        if (shelf == null) {
            return List.of();
        }
        synchronized (shelf) {
            return shelf.inOrder.stream()
                    .filter(action -> after.isEmpty() || isBehind(action, after.get()))
                    .filter(filter)
                    .limit(limit)
                    .toList();
        }
    }

    private static boolean isBehind(RuleAction action, Place place) {
        int byTime = place.decidedAt().compareTo(action.decidedAt());
        return byTime > 0 || (byTime == 0 && action.actionId().compareTo(place.actionId()) > 0);
    }

    /** Returns when the next question sees it. */
    public void put(OrganizationRules changed) throws InterruptedException {
        var place = log.appendAndWait(Topics.INSTANTLY_RULES, changed.key(), changed);
        rulesFeed.awaitOffset(place.partition(), place.offset(), PATIENCE);
    }

    /** The same. */
    void put(RuleAction action) throws InterruptedException {
        var place = log.appendAndWait(Topics.INSTANTLY_RULE_ACTIONS, action.key(), action);
        actionsFeed.awaitOffset(place.partition(), place.offset(), PATIENCE);
    }

    /** Lets an old one be forgotten. */
    void remove(RuleAction action) throws InterruptedException {
        log.appendAndWait(Topics.INSTANTLY_RULE_ACTIONS, action.key(), null);
    }

    @Override
    public void close() {
        alertsFeed.close();
        actionsFeed.close();
        rulesFeed.close();
    }
}
