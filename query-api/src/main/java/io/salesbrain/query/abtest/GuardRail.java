package io.salesbrain.query.abtest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a winner must not buy its replies with. */
public enum GuardRail {
    UNSUBSCRIBE(0.002),
    BOUNCE(0.01);

    /** How probable it must be that the winner's rate is the higher one. */
    private static final double SURE = 0.95;

    private final double tolerated;

    /** @param tolerated how much higher than with the others a rate may be */
    GuardRail(double tolerated) {
        this.tolerated = tolerated;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What speaks against an arm, seen beside all others together. */
    public static List<GuardRail> brokenBy(int arm, List<Arm> arms) {
        var broken = new ArrayList<GuardRail>();
        for (var rail : values()) {
            long sent = 0;
            long bad = 0;
            for (int other = 0; other < arms.size(); other++) {
                sent += other == arm ? 0 : arms.get(other).sent();
                bad += other == arm ? 0 : rail.of(arms.get(other));
            }
            if (rail.isBroken(arms.get(arm), bad, sent)) {
                broken.add(rail);
            }
        }
        return broken;
    }

    private boolean isBroken(Arm arm, long bad, long sent) {
        if (arm.sent() == 0 || sent == 0) {
            return false;
        }
        double worse = (double) of(arm) / arm.sent() - (double) bad / sent;
        return worse > tolerated && Shares.isHigher(of(arm), arm.sent(), bad, sent) >= SURE;
    }

    private long of(Arm arm) {
        return switch (this) {
            case UNSUBSCRIBE -> arm.unsubscribed();
            case BOUNCE -> arm.bounced();
        };
    }
}
