package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event ready to be told. {@code sequence} decides its fate; a {@code punctual} one is told once and at once, whatever the habits. */
public record Outgoing(long sequence, String eventType, String campaignId, ObjectNode body, boolean punctual) {}
