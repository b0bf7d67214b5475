package io.salesbrain.instantly.action;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.Account;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.instantly.client.Email;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.client.Leads;
import io.salesbrain.instantly.client.LeadsAdded;
import io.salesbrain.instantly.client.ReplyDraft;
import io.salesbrain.instantly.sync.MirrorBook;
import io.salesbrain.instantly.sync.SyncDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes at Instantly that people ask for. */
public final class Actions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
    private static final int IMPORTS_AT_ONCE = 4;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(3);

    private final SyncDesk desk;
    private final ImportBook imports;
    private final ExecutorService importing = Executors.newFixedThreadPool(
            IMPORTS_AT_ONCE,
            Thread.ofPlatform().daemon().name("lead-import-", 0).factory());

    public Actions(SyncDesk desk, MirrorBook mirror, Clock clock) {
        this.desk = desk;
        this.imports = new ImportBook(mirror, clock);
    }

    public Campaign pause(OrganizationId organization, String campaignId) throws InterruptedException {
        var paused = desk.client(organization).campaigns().pause(campaignId);
        desk.saw(organization, paused);
        return paused;
    }

    public Campaign resume(OrganizationId organization, String campaignId) throws InterruptedException {
        var resumed = desk.client(organization).campaigns().activate(campaignId);
        desk.saw(organization, resumed);
        return resumed;
    }

    public Account pauseAccount(OrganizationId organization, String email) throws InterruptedException {
        var paused = desk.client(organization).accounts().pause(email);
        desk.saw(organization, paused);
        return paused;
    }

    public Account resumeAccount(OrganizationId organization, String email) throws InterruptedException {
        var resumed = desk.client(organization).accounts().resume(email);
        desk.saw(organization, resumed);
        return resumed;
    }

    /** A draft with the steps, schedule and accounts of a campaign that serves as template. */
    public Campaign createFrom(OrganizationId organization, String templateId, String name)
            throws InterruptedException {
        return desk.client(organization).campaigns().duplicate(templateId, name);
    }

    /** Answers a message of a lead's; {@code emailId} is the one its webhook carried. */
    public Email reply(OrganizationId organization, ReplyDraft draft) throws InterruptedException {
        return desk.client(organization).emails().reply(draft);
    }

    /** Starts to send the leads in portions; a lead that is in the campaign already is left as it is. */
    public LeadImport importLeads(OrganizationId organization, String campaignId, CsvLeads file)
            throws InterruptedException {
        // Better now than after the answer.
        desk.client(organization).campaigns().get(campaignId);
        var client = desk.patientClient(organization);
        var started = new LeadImport(
                UUID.randomUUID().toString(),
                campaignId,
                LeadImport.RUNNING,
                file.leads().size(),
                LeadsAdded.NONE,
                file.rejected(),
                "");
        imports.makeRoom(organization);
        imports.note(organization, started);
        importing.execute(() -> run(organization, client, started, file));
        return started;
    }

    private void run(OrganizationId organization, InstantlyClient client, LeadImport started, CsvLeads file) {
        try {
            imports.note(organization, sent(organization, client, started, file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("how an import of leads of {} ended could not be noted", organization, e);
        }
    }

    /** Sends it in portions; returns how that ended. */
    private LeadImport sent(OrganizationId organization, InstantlyClient client, LeadImport started, CsvLeads file)
            throws InterruptedException {
        var added = LeadsAdded.NONE;
        try {
            for (int from = 0; from < file.leads().size(); from += Leads.MOST_AT_ONCE) {
                var portion = file.leads().subList(from, Math.min(file.leads().size(), from + Leads.MOST_AT_ONCE));
                added = added.plus(client.leads().addAll(started.campaignId(), List.copyOf(portion)));
                imports.note(organization, started.with(LeadImport.RUNNING, added, ""));
            }
            return started.with(LeadImport.DONE, added, "");
        } catch (InstantlyException e) {
            LOG.warn("an import of leads of {} ended early", organization, e);
            return started.with(LeadImport.FAILED, added, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            imports.note(
                    organization,
                    started.with(LeadImport.FAILED, added, "The process stopped; import the file again."));
            throw e;
        }
    }

    public Optional<LeadImport> findImport(OrganizationId organization, String id) {
        return imports.find(organization, id);
    }

    @Override
    public void close() {
        importing.shutdownNow();
        try {
            if (!importing.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an import of leads was still under way when the process stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
