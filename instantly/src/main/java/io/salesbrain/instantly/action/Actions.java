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
import io.salesbrain.instantly.sync.SyncDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes at Instantly that people ask for. What an import is at is known in this process only, and for a while. */
public final class Actions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
    private static final int MOST_IMPORTS = 200;
    private static final int IMPORTS_AT_ONCE = 4;

    private record Key(OrganizationId organization, String id) {}

    private final SyncDesk desk;
    private final ExecutorService importing = Executors.newFixedThreadPool(
            IMPORTS_AT_ONCE,
            Thread.ofPlatform().daemon().name("lead-import-", 0).factory());

    private final Map<Key, LeadImport> imports = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LeadImport> eldest) {
            return size() > MOST_IMPORTS;
        }
    };

    public Actions(SyncDesk desk) {
        this.desk = desk;
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
        var key = new Key(organization, started.id());
        note(key, started);
        importing.execute(() -> run(key, client, started, file));
        return started;
    }

    private void run(Key key, InstantlyClient client, LeadImport started, CsvLeads file) {
        var added = LeadsAdded.NONE;
        try {
            for (int from = 0; from < file.leads().size(); from += Leads.MOST_AT_ONCE) {
                var portion = file.leads().subList(from, Math.min(file.leads().size(), from + Leads.MOST_AT_ONCE));
                added = added.plus(client.leads().addAll(started.campaignId(), List.copyOf(portion)));
                note(key, started.with(LeadImport.RUNNING, added, ""));
            }
            note(key, started.with(LeadImport.DONE, added, ""));
        } catch (InstantlyException e) {
            LOG.warn("an import of leads of {} ended early", key.organization(), e);
            note(key, started.with(LeadImport.FAILED, added, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            note(key, started.with(LeadImport.FAILED, added, "The process stopped; import the file again."));
        }
    }

    private void note(Key key, LeadImport progress) {
        synchronized (imports) {
            imports.put(key, progress);
        }
    }

    public Optional<LeadImport> findImport(OrganizationId organization, String id) {
        synchronized (imports) {
            return Optional.ofNullable(imports.get(new Key(organization, id)));
        }
    }

    @Override
    public void close() {
        importing.shutdownNow();
    }
}
