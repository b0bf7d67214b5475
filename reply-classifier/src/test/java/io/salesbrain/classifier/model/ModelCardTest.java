package io.salesbrain.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.classifier.Thresholds;
import io.salesbrain.classifier.features.Features;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardTest {
    private static final ModelCard CARD =
            new ModelCard("v", Features.VERSION, 1.25, "c", Golden.sha256(), new Thresholds(0.7, 0.1, 0.6));

    @Test
    void survivesTheFile() {
        assertThat(ModelCard.of(CARD.entries())).isEqualTo(CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "feature_version", "golden_sha256"})
    void refusesAModelOfAnotherProgram(String entry) {
        Map<String, String> entries = new HashMap<>(CARD.entries());
        entries.put(entry, "something else");
        assertThatThrownBy(() -> ModelCard.of(entries))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(entry);
        entries.remove(entry);
        assertThatThrownBy(() -> ModelCard.of(entries)).hasMessageContaining("lacks " + entry);
    }

    @Test
    void refusesAThresholdThatIsNoNumber() {
        Map<String, String> entries = new HashMap<>(CARD.entries());
        entries.put("abstain_below", "high");
        assertThatThrownBy(() -> ModelCard.of(entries)).hasMessageContaining("no number in abstain_below");
        entries.put("abstain_below", "NaN");
        assertThatThrownBy(() -> ModelCard.of(entries)).hasMessageContaining("abstainBelow");
    }

    @Test
    void goldenTextsHoldTheHardCases() {
        assertThat(Golden.texts())
                .contains("")
                .anyMatch(t -> t.indexOf('\0') >= 0)
                .anyMatch(t -> t.indexOf('\ud83d') >= 0);
        assertThat(Golden.sha256()).hasSize(64).isEqualTo(Golden.sha256());
    }
}
