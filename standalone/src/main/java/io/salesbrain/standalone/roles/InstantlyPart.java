package io.salesbrain.standalone.roles;

import io.salesbrain.events.Counts;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.ingest.IngestConfig;
import io.salesbrain.ingest.Intake;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.instantly.connection.ConnectionConfig;
import io.salesbrain.instantly.sync.OurCounts;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.query.QueryApp;
import io.salesbrain.query.instantly.InstantlyOutbox;
import io.salesbrain.query.instantly.RuleNews;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** What deals with Instantly's API, over the parts of a process that has the read model. */
final class InstantlyPart {
    /** Where events come in all the time, a few are always under way. */
    private static final long MOST_UNDER_WAY = 100;

    private InstantlyPart() {}

    /** What fetched events and counts come from and go to. */
    record Over(
            LogConfig log, LogWriter writer, Directory directory, DirectoryWriter directoryWriter, QueryApp query) {}

    static InstantlyApp start(ConnectionConfig config, Duration every, Over over, Metrics metrics) {
        var intake = new Intake(
                IngestConfig.DEFAULT, over.directory(), over.writer(), metrics.registry(), Clock.systemUTC());
        var app = InstantlyApp.start(
                config,
                new InstantlyApp.Surroundings(
                        over.log(),
                        over.writer(),
                        over.directoryWriter(),
                        (organization, payloads, flags) ->
                                intake.take(organization, payloads, flags).accepted(),
                        counts(over.query()),
                        metrics.registry(),
                        Clock.systemUTC(),
                        every));
        over.query().answerThrough(new InstantlyOutbox(app));
        RuleNews.follow(app, over.query());
        return app;
    }

    private static OurCounts counts(QueryApp query) {
        return new OurCounts() {
            @Override
            public Counts ofCampaign(Set<OrganizationId> organizations, String campaignId) {
                return query.countsOfCampaign(organizations, campaignId);
            }

            @Override
            public boolean areBehind() throws InterruptedException {
                return query.lag() > MOST_UNDER_WAY;
            }
        };
    }
}
