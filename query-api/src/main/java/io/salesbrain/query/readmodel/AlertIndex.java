package io.salesbrain.query.readmodel;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertDecision;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The alerts of every organization, with what people said of them. */
public final class AlertIndex {
    /** Per organization; the oldest go first, and those that are over before all others. */
    static final int MOST = 10_000;

    /** Gets what is new, in the order of the log. */
    @FunctionalInterface
    public interface Listener {
        void told(AlertItem item, AlertNews news);
    }

    private static final class Alerts {
        private final Map<String, Alert> byId = new HashMap<>();
        private final Map<String, AlertDecision> decisions = new HashMap<>();
        private final TreeMap<AlertItem.Place, Alert> inOrder = new TreeMap<>();

        private AlertItem item(Alert alert) {
            return new AlertItem(alert, decisions.get(alert.alertId()));
        }
    }

    private final Map<OrganizationId, Alerts> organizations = new ConcurrentHashMap<>();
    private final Listener listener;
    private volatile boolean watching;

    /** @param listener is told once {@link #startWatching} was called */
    public AlertIndex(Listener listener) {
        this.listener = listener;
    }

    /** From now on what happens is told; before, the past was being read. */
    public void startWatching() {
        watching = true;
    }

    public boolean isWatching() {
        return watching;
    }

    /** Takes a record of the alerts topic. Called by one thread. */
    public void accept(String key, @Nullable Alert alert) {
        var alerts = of(organization(key));
        AlertItem item;
        Optional<AlertNews> news;
        synchronized (alerts) {
            var before = alerts.byId.remove(id(key));
            if (before != null) {
                alerts.inOrder.remove(alerts.item(before).place());
            }
            if (alert == null) {
                return;
            }
            alerts.byId.put(alert.alertId(), alert);
            item = alerts.item(alert);
            alerts.inOrder.put(item.place(), alert);
            news = AlertNews.between(before, alert);
            makeRoom(alerts);
        }
        if (watching) {
            news.ifPresent(each -> listener.told(item, each));
        }
    }

    private static void makeRoom(Alerts alerts) {
        if (alerts.byId.size() <= MOST) {
            return;
        }
        var gone = alerts.inOrder.descendingMap().values().stream()
                .filter(Alert::isResolved)
                .findFirst()
                .orElseGet(() -> alerts.inOrder.lastEntry().getValue());
        alerts.inOrder.remove(alerts.item(gone).place());
        alerts.byId.remove(gone.alertId());
        alerts.decisions.remove(gone.alertId());
    }

    /** Takes a record of the decisions topic; it may come before what it is about. */
    public void decide(String key, @Nullable AlertDecision decision) {
        var alerts = of(organization(key));
        synchronized (alerts) {
            if (decision == null) {
                alerts.decisions.remove(id(key));
            } else {
                alerts.decisions.put(id(key), decision);
            }
        }
    }

    private static OrganizationId organization(String key) {
        return new OrganizationId(key.substring(0, key.indexOf('/')));
    }

    private static String id(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private Alerts of(OrganizationId organization) {
        return organizations.computeIfAbsent(organization, _ -> new Alerts());
    }

    public Optional<AlertItem> find(OrganizationId organization, String alertId) {
        var alerts = organizations.get(organization);
        if (alerts == null) {
            return Optional.empty();
        }
        synchronized (alerts) {
            return Optional.ofNullable(alerts.byId.get(alertId)).map(alerts::item);
        }
    }

    /** The newest first, from behind a place on, at most so many. */
    public List<AlertItem> list(
            OrganizationId organization, Predicate<AlertItem> filter, Optional<AlertItem.Place> after, int limit) {
        var alerts = organizations.get(organization);
        if (alerts == null) {
            return List.of();
        }
        synchronized (alerts) {
            var rest = after.isPresent() ? alerts.inOrder.tailMap(after.get(), false) : alerts.inOrder;
            return rest.values().stream()
                    .map(alerts::item)
                    .filter(filter)
                    .limit(limit)
                    .toList();
        }
    }

    /** How many of a kind are open, of all organizations. */
    public long open(AlertKind kind) {
        long open = 0;
        for (var alerts : organizations.values()) {
            synchronized (alerts) {
                open += alerts.byId.values().stream()
                        .filter(alert -> alert.kind() == kind && !alert.isResolved())
                        .count();
            }
        }
        return open;
    }

    /** What is wrong with an account now. */
    public List<Alert> openOf(OrganizationId organization, String account) {
        var open = new ArrayList<Alert>();
        list(
                        organization,
                        item -> !item.alert().isResolved()
                                && item.alert().account().equals(account),
                        Optional.empty(),
                        MOST)
                .forEach(item -> open.add(item.alert()));
        return open;
    }
}
