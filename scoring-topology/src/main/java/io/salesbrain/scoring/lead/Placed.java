package io.salesbrain.scoring.lead;

import io.salesbrain.events.StepVariant;
import org.jspecify.annotations.Nullable;

/**
 * A touch with what it belongs to.
 *
 * @param email the e-mail it is about; null for what is about none (labels, meetings)
 * @param account the mailbox it counts for; empty where none is known
 * @param step the variant it counts for; unknown parts 0
 */
record Placed(Touch touch, @Nullable Email email, String account, StepVariant step) {}
