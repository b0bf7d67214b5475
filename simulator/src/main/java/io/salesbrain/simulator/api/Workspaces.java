package io.salesbrain.simulator.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.story.Rendezvous;
import io.salesbrain.simulator.story.StoryPace;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workspaces asked for so far, by API key: any key names one, the same key always the same. */
public final class Workspaces implements AutoCloseable {
    private static final int MOST = 200;
    private static final String SCHEME = "Bearer ";

    private final long seed;
    private final StoryPace pace;
    private final int leads;
    private final Habits habits;
    private final Map<String, Workspace> byKey = new HashMap<>();

    private final Crowd crowd;

    public Workspaces(long seed, StoryPace pace, int leads, Habits habits, Crowd crowd) {
        this.crowd = crowd;
        this.seed = seed;
        this.pace = pace;
        this.leads = leads;
        this.habits = habits;
    }

    Workspace of(Context context) {
        String header = context.header("Authorization");
        if (header == null
                || !header.startsWith(SCHEME)
                || header.substring(SCHEME.length()).isBlank()) {
            throw new ApiError(HttpStatus.UNAUTHORIZED, "Invalid API key");
        }
        String sub = context.header("x-as-workspace");
        String key = header.substring(SCHEME.length()).trim();
        return of(sub == null ? key : key + " as " + sub);
    }

    private synchronized Workspace of(String key) {
        Workspace known = byKey.get(key);
        if (known != null) {
            return known;
        }
        if (byKey.size() >= MOST) {
            throw new ApiError(HttpStatus.TOO_MANY_REQUESTS, "This simulator keeps at most " + MOST + " workspaces");
        }
        return create(key, World.forKey(seed, key, leads), new Rendezvous(1));
    }

    /** Makes these keys open these organizations, whose live parts begin together. */
    public synchronized void reserve(Map<String, Organization> byReservedKey) {
        Rendezvous together = new Rendezvous(byReservedKey.size());
        byReservedKey.forEach((key, organization) -> create(key, organization, together));
    }

    private Workspace create(String key, Organization organization, Rendezvous rendezvous) {
        Instant origin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Workspace created = new Workspace(organization, origin, pace, habits, crowd, rendezvous);
        byKey.put(key, created);
        return created;
    }

    /** What was sent so far, over all workspaces and webhooks, deleted ones too. */
    public synchronized DeliveryReport report() {
        return byKey.values().stream()
                .map(workspace -> workspace.subscriptions().report())
                .reduce(DeliveryReport.EMPTY, DeliveryReport::plus);
    }

    public boolean finish(Duration atMost) throws InterruptedException {
        List<Workspace> all;
        synchronized (this) {
            all = List.copyOf(byKey.values());
        }
        boolean quiet = true;
        for (Workspace workspace : all) {
            quiet &= workspace.finish(atMost);
        }
        return quiet;
    }

    @Override
    public synchronized void close() {
        byKey.values().forEach(Workspace::close);
        byKey.clear();
    }
}
