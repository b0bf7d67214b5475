package io.salesbrain.classifier.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    @Test
    void writersOfUmlautsAndOfTheirReplacementsSayTheSame() {
        assertThat(Tokens.of("Wir MÖCHTEN größere Stückzahlen"))
                .isEqualTo(Tokens.of("wir moechten groessere stueckzahlen"));
        assertThat(Tokens.of("don’t")).isEqualTo(Tokens.of("dont"));
        assertThat(Tokens.of("Zoë")).isEqualTo(Tokens.of("zoe"));
    }

    @Test
    void masksWhatDiffersFromMailToMail() {
        assertThat(Tokens.of(
                        "Am 12.05.2027 um 14:30 Uhr, Tel. +49-30-123456, pat@firm.example https://firm.example 25"))
                .containsExactly(
                        "|", "am", "<date>", "um", "<time>", "uhr", "tel", "|", "<phone>", "<mail>", "<url>", "<num>",
                        "|");
        assertThat(Tokens.of("14.30 or 14.12. or 5pm?"))
                .containsExactly("|", "<time>", "or", "<date>", "|", "or", "<time>", "<q>", "|");
    }

    @Test
    void sentencesHaveBoundaries() {
        assertThat(Tokens.of("No. Thanks!\nBye")).containsExactly("|", "no", "|", "thanks", "<ex>", "|", "bye", "|");
    }

    @Test
    void isBoundedAndNeverUsesThePaddingBucket() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("wort").append(Integer.toString(i, 36)).append("abcdefghijklmnopqrstuvwxyz ");
        }
        FeatureVector features = Features.of(text.toString());
        assertThat(features.size()).isLessThan(Tokens.TOKEN_LIMIT * 80);
        for (int i = 0; i < features.size(); i++) {
            assertThat(features.ids()[i]).isBetween(1, Features.BUCKETS - 1);
            assertThat(features.weights()[i]).isBetween(0f, 1f);
        }
    }

    @Test
    void theSameTextHasTheSameFeatures() {
        for (String text : List.of("", "?", "Kein Bedarf.", "\ud83d")) {
            assertThat(Features.of(text).ids()).isEqualTo(Features.of(text).ids());
            assertThat(Features.of(text).weights()).isEqualTo(Features.of(text).weights());
        }
        assertThat(Features.of("").size()).isPositive();
    }
}
