package io.salesbrain.scoring.topology;

import static io.salesbrain.scoring.topology.Initialised.initialised;

import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.hot.StandingChange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Works off how leads move in the order of their organization and sends on who has become hot. Wall-clock time decides
 * what is old news and how long a lead is left in peace; which leads are hot depends on no clock.
 */
final class HotStage implements Processor<String, StandingChange, String, HotCrossing> {
    private static final Duration GO_ON_EVERY = Duration.ofMillis(100);
    private static final int MOST_BOARDS = 500;

    private final Function<OrganizationId, ScoreSettings> settings;
    private final Map<String, HotBoard> boards = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HotBoard> eldest) {
            return size() > MOST_BOARDS;
        }
    };
    private @Nullable ProcessorContext<String, HotCrossing> context;

    /** @param settings say from which share of its scored leads an organization's threshold is taken, and its minimum */
    HotStage(Function<OrganizationId, ScoreSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, HotCrossing> context) {
        this.context = context;
        boards.clear();
        var _ = context.schedule(GO_ON_EVERY, PunctuationType.WALL_CLOCK_TIME, this::goOn);
    }

    @Override
    public void process(Record<String, StandingChange> record) {
        var organization = new OrganizationId(record.key());
        boards.computeIfAbsent(record.key(), _ -> new HotBoard(organization, HotStores.of(context()), this::forward))
                .accept(record.value(), settings.apply(organization), context().currentSystemTimeMs());
    }

    private void goOn(long nowMs) {
        for (var board : boards.values()) {
            if (board.isBehind()) {
                board.goOn(nowMs);
            }
        }
    }

    private void forward(HotCrossing crossing) {
        context().forward(new Record<>(crossing.key(), crossing, crossing.at().toEpochMilli()));
    }

    private ProcessorContext<String, HotCrossing> context() {
        return initialised(context);
    }
}
