package io.salesbrain.instantly.client;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One workspace of Instantly's. Safe for many threads, all of which share the workspace's limits; every method waits for
 * its place, and throws an {@link InstantlyException} when it was not done.
 */
public final class InstantlyClient {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Transport transport;
    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Leads leads;
    private final Emails emails;
    private final Analytics analytics;
    private final Webhooks webhooks;
    private final Remembered<Workspace> workspace;
    private final Remembered<Map<String, String>> eventTypes;

    public InstantlyClient(
            HttpClient http, Access access, Limiters limiters, Patience patience, MeterRegistry metrics) {
        this(new Transport(http, access, limiters, patience, metrics));
    }

    private InstantlyClient(Transport transport) {
        this.transport = transport;
        this.campaigns = new Campaigns(transport);
        this.accounts = new Accounts(transport);
        this.leads = new Leads(transport);
        this.emails = new Emails(transport);
        this.analytics = new Analytics(transport);
        this.webhooks = new Webhooks(transport);
        this.workspace = new Remembered<>(
                () -> Workspace.of(new Fields(transport.send(Call.get("/workspaces/current")))),
                FRESH,
                transport.ticker());
        this.eventTypes = new Remembered<>(webhooks::eventTypes, FRESH, transport.ticker());
    }

    /**
     * The same workspace for work that somebody else may take over.
     *
     * @param goesOn is asked before each request; where it says no, a {@link RelievedException} ends the work
     */
    public InstantlyClient asLongAs(BooleanSupplier goesOn) {
        return new InstantlyClient(transport.asLongAs(goesOn));
    }

    /** An HTTP client as this needs it: no redirects, which would carry the key elsewhere. */
    public static HttpClient http(Patience patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** As of a few minutes ago at most. */
    public Workspace workspace() throws InterruptedException {
        return workspace.get();
    }

    /** As of a few minutes ago at most: what webhooks can be for, by id, with the words people see. */
    public Map<String, String> eventTypes() throws InterruptedException {
        return eventTypes.get();
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Leads leads() {
        return leads;
    }

    public Emails emails() {
        return emails;
    }

    public Analytics analytics() {
        return analytics;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public BackgroundJob job(String id) throws InterruptedException {
        return BackgroundJob.of(transport.send(Call.get("/background-jobs/{id}", id)));
    }
}
