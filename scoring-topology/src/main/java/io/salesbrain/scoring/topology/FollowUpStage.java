package io.salesbrain.scoring.topology;

import static io.salesbrain.scoring.topology.Initialised.initialised;

import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.scoring.lead.FollowUpPlan;
import io.salesbrain.scoring.lead.PlannedFollowUp;
import io.salesbrain.scoring.lead.WorkingDays;
import io.salesbrain.scoring.profile.Profile;
import io.salesbrain.scoring.profile.ProfileReader;
import io.salesbrain.scoring.profile.Trait;
import io.salesbrain.scoring.topology.FollowUps.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The timers of follow-ups. What is to be followed up is computed from the history; this stage waits for its time and
 * says it once: that it did is part of the store, which is written in one transaction with what it sends on. A second
 * store has the leads in the order in which the clock next changes anything for them.
 */
final class FollowUpStage implements Processor<String, LeadOutput.Planned, String, FollowUp> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** After a long stop the rest comes with the next looks; events are not kept waiting. */
    private static final int MOST_AT_ONCE = 1_000;

    /** Of a lead: more do not come and go by the history of anybody. */
    private static final int MOST_WITHDRAWN = 16;

    private final WorkingDays calendar;
    private @Nullable ProcessorContext<String, FollowUp> context;
    private @Nullable KeyValueStore<String, FollowUps> followUps;
    private @Nullable Alarms alarms;

    FollowUpStage(WorkingDays calendar) {
        this.calendar = calendar;
    }

    @Override
    public void init(ProcessorContext<String, FollowUp> context) {
        this.context = context;
        this.followUps = context.getStateStore(Stores.FOLLOW_UPS_BY_LEAD);
        this.alarms = new Alarms(context.getStateStore(Stores.ALARMS_BY_TIME));
        var _ = context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::ring);
    }

    @Override
    public void process(Record<String, LeadOutput.Planned> record) {
        var news = record.value();
        var said = news.heard().map(FollowUpStage::said).orElse(Map.of());
        if (said.isEmpty() && news.before().equals(news.after())) {
            return;
        }
        var lead = new Lead(record.key(), news.organization(), news.leadEmail());
        var known = Optional.ofNullable(followUps().get(lead.key())).orElse(FollowUps.NONE);
        var profile = news.heard()
                .map(heard -> known.profile().with(said, heard.event().at().toEpochMilli()))
                .orElse(known.profile());
        if (profile.equals(known.profile()) && news.before().equals(news.after())) {
            return;
        }
        var plan = FollowUpPlan.of(news.after(), profile.country(lead.email()), calendar);
        settle(lead, known, profile, plan, context().currentSystemTimeMs());
    }

    private static Map<Trait, String> said(LeadOutput.Heard heard) {
        var columns = ProfileReader.read(heard.event().raw());
        if (heard.language().isEmpty()) {
            return columns;
        }
        var said = new HashMap<>(columns);
        said.put(Trait.SPOKEN, heard.language().get());
        return said;
    }

    /** Looks at the leads whose time has come. */
    private void ring(long nowMs) {
        for (var key : alarms().upTo(nowMs, MOST_AT_ONCE)) {
            var known = Optional.ofNullable(followUps().get(key)).orElse(FollowUps.NONE);
            var plan = known.timed().stream()
                    .filter(timed -> !timed.withdrawn())
                    .map(Timed::planned)
                    .toList();
            settle(Lead.of(key), known, known.profile(), plan, nowMs);
        }
    }

    private void settle(Lead lead, FollowUps known, Profile profile, List<PlannedFollowUp> plan, long nowMs) {
        boolean isOtherPerson =
                !profile.addressee(lead.email()).equals(known.profile().addressee(lead.email()));
        var next = new ArrayList<Timed>();
        for (var planned : plan) {
            var before = known.inPlaceOf(planned);
            var now = timed(planned, before, nowMs);
            next.add(now);
            if (isOtherPerson || before.filter(now::equals).isEmpty()) {
                send(lead.key(planned), lead.shown(now, profile), nowMs);
            }
        }
        known.timed().stream()
                .filter(gone -> plan.stream().noneMatch(planned -> planned.isInPlaceOf(gone.planned())))
                .flatMap(gone -> withdraw(lead, gone, nowMs).stream())
                .sorted(Comparator.comparingLong(Timed::firedAtMs).reversed())
                .limit(MOST_WITHDRAWN)
                .forEach(next::add);
        var settled = new FollowUps(profile, next);
        if (!settled.isEmpty()) {
            followUps().put(lead.key(), settled);
        } else if (known.isEmpty()) {
            return;
        } else {
            followUps().delete(lead.key());
        }
        alarms().move(lead.key(), known.wakeAtMs(), settled.wakeAtMs());
    }

    /** What was due once stays so however its time moves, and is not said again. */
    private static Timed timed(PlannedFollowUp planned, Optional<Timed> before, long nowMs) {
        long firedAtMs = before.filter(other -> other.planned().isSame(planned))
                .map(Timed::firedAtMs)
                .orElse(0L);
        var state = planned.stateAt(nowMs);
        if (state == FollowUpState.SCHEDULED && firedAtMs > 0) {
            state = FollowUpState.DUE;
        }
        if (state == FollowUpState.DUE && firedAtMs == 0) {
            firedAtMs = nowMs;
        }
        return new Timed(planned, state, firedAtMs, false);
    }

    /** The history has it no more, as when an open turns out to be a machine's. */
    private Optional<Timed> withdraw(Lead lead, Timed gone, long nowMs) {
        if (!gone.withdrawn()) {
            send(lead.key(gone.planned()), null, nowMs);
        }
        return gone.firedAtMs() == 0
                ? Optional.empty()
                : Optional.of(new Timed(gone.planned(), gone.told(), gone.firedAtMs(), true));
    }

    @SuppressWarnings("NullAway") // A tombstone is a null value by Kafka's contract.
    private void send(String key, @Nullable FollowUp followUp, long nowMs) {
        context().forward(new Record<>(key, followUp, nowMs));
    }

    /** @param key of all that is kept of the lead */
    private record Lead(String key, OrganizationId organization, String email) {
        static Lead of(String key) {
            var parts = key.split("/", 3);
            return new Lead(key, new OrganizationId(parts[0]), parts[2]);
        }

        String key(PlannedFollowUp planned) {
            return planned.key(organization, email);
        }

        FollowUp shown(Timed timed, Profile profile) {
            var planned = timed.planned();
            return new FollowUp(
                    organization,
                    planned.id(organization, email),
                    email,
                    planned.campaignId(),
                    planned.reason(),
                    timed.told(),
                    Instant.ofEpochMilli(planned.dueAtMs()),
                    Instant.ofEpochMilli(Math.max(planned.seenAtMs(), planned.lastSentAtMs())),
                    planned.ending(),
                    timed.firedAtMs() == 0 ? null : Instant.ofEpochMilli(timed.firedAtMs()),
                    planned.isAbsence() ? null : Instant.ofEpochMilli(planned.lastSentAtMs()),
                    Instant.ofEpochMilli(planned.seenAtMs()),
                    planned.returnDate(),
                    profile.addressee(email));
        }
    }

    private ProcessorContext<String, FollowUp> context() {
        return initialised(context);
    }

    private KeyValueStore<String, FollowUps> followUps() {
        return initialised(followUps);
    }

    private Alarms alarms() {
        return initialised(alarms);
    }
}
