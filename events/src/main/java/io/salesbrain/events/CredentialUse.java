package io.salesbrain.events;

import java.time.Instant;

/** When a credential last opened something, as far as the writing process knows. */
public record CredentialUse(String credentialId, Instant usedAt) {}
