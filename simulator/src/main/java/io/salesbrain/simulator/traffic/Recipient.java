package io.salesbrain.simulator.traffic;

import org.jspecify.annotations.Nullable;

/**
 * A lead and what stands before their mailbox.
 *
 * @param proxyWaitMs how long their proxy waits each time; 0: it waits as it happens
 */
record Recipient(
        String address,
        String account,
        @Nullable GatewayHabit gateway,
        boolean throughProxy,
        long proxyWaitMs,
        int toldGateway) {}
