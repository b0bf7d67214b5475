package io.salesbrain.instantly.action;

import com.fasterxml.jackson.core.type.TypeReference;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.sync.MirrorBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** How far imports of leads are, in the log: whichever process is asked knows, also after a restart. */
final class ImportBook {
    static final String PREFIX = "import/";
    private static final int MOST_PER_ORGANIZATION = 100;
    /** A portion never takes that long: whoever ran it is gone. */
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(45);

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final MirrorBook mirror;
    private final Clock clock;

    ImportBook(MirrorBook mirror, Clock clock) {
        this.mirror = mirror;
        this.clock = clock;
    }

    /** Returns when the log has it. */
    void note(OrganizationId organization, LeadImport progress) throws InterruptedException {
        mirror.keep(new InstantlyMirror.Report(
                organization, PREFIX + progress.id(), now(), Json.MAPPER.convertValue(progress, CONTENT)));
    }

    /** Makes room for another one. */
    void makeRoom(OrganizationId organization) throws InterruptedException {
        mirror.forget(organization, PREFIX, MOST_PER_ORGANIZATION - 1);
    }

    Optional<LeadImport> find(OrganizationId organization, String id) {
        return mirror.report(organization, PREFIX + id).map(report -> {
            var progress = Json.MAPPER.convertValue(report.content(), LeadImport.class);
            boolean isAbandoned =
                    progress.state().equals(LeadImport.RUNNING) && report.at().isBefore(now().minus(ABANDONED_AFTER));
            return isAbandoned
                    ? progress.with(
                            LeadImport.FAILED,
                            progress.added(),
                            "The process that ran it is gone; import the file again.")
                    : progress;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
