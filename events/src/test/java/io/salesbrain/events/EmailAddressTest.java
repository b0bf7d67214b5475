package io.salesbrain.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "anna@example.com, anna@example.com",
        "Anna Vogel <Anna@Example.COM>, anna@example.com",
        "<anna@example.com>, anna@example.com",
        "\u00a0\u2003anna@example.com\u3000, anna@example.com",
        "\u200b\u202aanna@example.com\ufeff, anna@example.com",
        "< anna@example.com >, anna@example.com",
        "anna@example.com., anna@example.com",
        "anne\u0301@example.com, ann\u00e9@example.com",
        "J\u030canna@example.com, \u01f0anna@example.com",
        "Anna <anna@example.com>., anna@example.com",
        "Anna <anna@example.com.>, anna@example.com",
        "o'hara+tag@sub.example.co, o'hara+tag@sub.example.co",
        "\u00dcnal@B\u00dcRO.example, \u00fcnal@b\u00fcro.example"
    })
    void normalises(String asSent, String address) {
        assertThat(EmailAddress.parse(asSent)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna",
                "anna@",
                "@example.com",
                "anna@example",
                "anna@example.",
                "anna@.example",
                "anna@example.com..",
                "anna@@example.com",
                "anna@b@example.com",
                "an na@example.com",
                "an\u00a0na@example.com",
                "an\u200dna@example.com",
                "an\u0000na@example.com",
                "an\ud800na@example.com",
                "anna@[127.0.0.1]",
                "Anna <anna@example>",
                "anna@example.com, bert@example.com"
            })
    void findsNoUsableAddress(String asSent) {
        assertThat(EmailAddress.parse(asSent)).isEmpty();
    }

    @Test
    void hasAtMost254Characters() {
        var local = "a".repeat(254 - "@example.com".length());
        assertThat(EmailAddress.parse(local + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("a" + local + "@example.com")).isEmpty();
    }

    @Test
    void aPileOfAccentsTakesNoTime() {
        // Sorting half a million accents into their canonical order takes minutes.
        var accents = "\u0301".repeat(250_000) + "\u0316".repeat(250_000);
        var found = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> EmailAddress.parse("a" + accents + "@example.com"));
        assertThat(found).isEmpty();
    }

    @Test
    void aLongNameBeforeAnAddressIsNoMatter() {
        assertThat(EmailAddress.parse("Anna ".repeat(10_000) + "<anna@example.com>"))
                .contains("anna@example.com");
    }

    @Test
    void anAddressReadTwiceIsTheSame() {
        var parts = List.of(
                "a",
                "\u0130",
                "\u03a3",
                "e\u0301",
                "J\u030c",
                "\u212a",
                "@",
                ".",
                " ",
                "<",
                ">",
                "\u200b",
                "x.example",
                "\ud83d\ude00");
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            EmailAddress.parse(text.toString())
                    .ifPresent(address -> assertThat(EmailAddress.parse(address))
                            .as("seed %d, %s", seed, text)
                            .contains(address));
        }
    }
}
