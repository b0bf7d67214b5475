package io.salesbrain.query;

import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.ReplayOutcome;
import io.salesbrain.query.quarantine.QuarantineReplay;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does to a delivery what its own text says, and remembers what it was given. */
final class ScriptedReplay implements QuarantineReplay {
    final ConcurrentLinkedQueue<String> tried = new ConcurrentLinkedQueue<>();
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public List<ReplayOutcome> replay(List<Quarantined> deliveries) {
        return deliveries.stream().map(this::replay).toList();
    }

    private ReplayOutcome replay(Quarantined delivery) {
        tried.add(delivery.quarantineId());
        var text = new String(Base64.getDecoder().decode(delivery.rawBase64()), StandardCharsets.UTF_8);
        return switch (text) {
            case "sound" -> new ReplayOutcome.Accepted(1, 0);
            case "in part" -> new ReplayOutcome.Accepted(2, 1);
            case "cut" -> new ReplayOutcome.TooLittleKept();
            case "slow" -> {
                await();
                yield new ReplayOutcome.Accepted(1, 0);
            }
            default -> new ReplayOutcome.Rejected(QuarantineReason.UNREADABLE_TIMESTAMP);
        };
    }

    private void await() {
        waiting.countDown();
        try {
            if (!goOn.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the slow replay go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this test", e);
        }
    }
}
