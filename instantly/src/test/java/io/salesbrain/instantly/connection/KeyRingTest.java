package io.salesbrain.instantly.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final String OLD = "an-invented-key-of-enough-characters-1";
    private static final String NEW = "an-invented-key-of-enough-characters-2";

    @Test
    void whatIsSealedOpensAndShowsNothing() {
        var ring = KeyRing.of(OLD);
        var sealed = ring.seal("the secret", "acme");
        assertThat(sealed).startsWith("v1.").doesNotContain("secret");
        assertThat(ring.seal("the secret", "acme")).as("never twice the same").isNotEqualTo(sealed);
        assertThat(KeyRing.of(OLD).open(sealed, "acme")).isEqualTo("the secret");
        assertThat(ring.toString()).doesNotContain(OLD);
    }

    @Test
    void aKeyCanBeChanged() {
        var sealed = KeyRing.of(OLD).seal("the secret", "acme");
        var both = KeyRing.of(NEW + ", " + OLD);
        assertThat(both.open(sealed, "acme")).isEqualTo("the secret");
        var again = both.seal("the secret", "acme");
        assertThat(KeyRing.of(NEW).open(again, "acme")).isEqualTo("the secret");
        assertThatThrownBy(() -> KeyRing.of(NEW).open(sealed, "acme"))
                .isInstanceOf(KeyRing.CannotUnseal.class)
                .hasMessageContaining("SALESBRAIN_CONNECTION_KEY");
    }

    @Test
    void itOpensForNobodyElseAndNotWhenDamaged() {
        var ring = KeyRing.of(OLD);
        var sealed = ring.seal("the secret", "acme");
        assertThatThrownBy(() -> ring.open(sealed, "rival")).isInstanceOf(KeyRing.CannotUnseal.class);
        for (var damaged : new String[] {"", "v2.x.y", sealed + "A", sealed.substring(0, sealed.length() - 4)}) {
            assertThatThrownBy(() -> ring.open(damaged, "acme")).isInstanceOf(KeyRing.CannotUnseal.class);
        }
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> KeyRing.of("short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyRing.of(OLD + ", x")).isInstanceOf(IllegalArgumentException.class);
    }
}
