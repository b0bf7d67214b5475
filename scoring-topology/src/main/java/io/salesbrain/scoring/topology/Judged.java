package io.salesbrain.scoring.topology;

import io.salesbrain.events.Classified;
import io.salesbrain.scoring.lead.Judgement;
import java.util.Optional;

/**
 * A reply as the history remembers it and as it is shown.
 *
 * @param shown the model's result; empty where the model does not judge
 * @param language of its text, ISO 639-1; empty where it is none that is told apart
 */
record Judged(Judgement judgement, Optional<Classified> shown, Optional<String> language) {}
