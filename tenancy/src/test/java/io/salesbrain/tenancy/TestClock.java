package io.salesbrain.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test turns. */
final class TestClock extends Clock {
    private final AtomicLong nowMs;

    TestClock(Instant start) {
        this.nowMs = new AtomicLong(start.toEpochMilli());
    }

    void advance(Duration by) {
        nowMs.addAndGet(by.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
