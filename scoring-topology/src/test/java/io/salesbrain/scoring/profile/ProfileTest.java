package io.salesbrain.scoring.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final List<Trait> TRAITS = List.of(Trait.values());

    @Test
    void columnsGoByManyNames() {
        var read = ProfileReader.read("""
                {"event_type":"email_sent","email_html":"<p>x</p>","firstName":" Ada ","Last Name":"Love\\nlace",
                 "company":"Other","company_name":"Analytical","Land":"Österreich","step":1,"tags":{"country":"FR"},
                 "job_title":"CTO"}""");
        assertThat(read)
                .isEqualTo(Map.of(
                        Trait.FIRST_NAME, "Ada",
                        Trait.LAST_NAME, "Love lace",
                        Trait.COMPANY, "Analytical",
                        Trait.COUNTRY, "Österreich",
                        Trait.JOB_TITLE, "CTO"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"firstName\":null}",
                "{\"firstName\":\"  \"}",
                "{\"firstName\":7}",
                "{\"firstName\":\"{{firstName}}\"}",
                "{\"firstName\":[\"Ada\"]}",
                "{\"note\":\"firstName\"}"
            })
    void whatSaysNothingSaysNothing(String raw) {
        assertThat(ProfileReader.read(raw)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNoName() {
        assertThat(ProfileReader.read("{\"firstName\":\"" + "x".repeat(5_000) + "\",\"company\":\"A\"}"))
                .isEqualTo(Map.of(Trait.COMPANY, "A"));
    }

    private record Said(Map<Trait, String> words, long atMs) {}

    @Test
    void theNewestWordCountsWhateverTheOrder() {
        Seeds.forEach(300, random -> {
            var said = new ArrayList<Said>();
            for (int i = 0; i < 8; i++) {
                var trait = TRAITS.get(random.nextInt(TRAITS.size()));
                said.add(new Said(Map.of(trait, "word " + random.nextInt(4)), random.nextInt(5)));
            }
            var other = new ArrayList<>(said);
            Collections.shuffle(other, random);
            other.addAll(said.subList(0, 3));
            assertThat(profileOf(other)).isEqualTo(profileOf(said));
        });
    }

    private static Profile profileOf(List<Said> said) {
        var profile = Profile.UNKNOWN;
        for (var each : said) {
            profile = profile.with(each.words(), each.atMs());
        }
        return profile;
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', a@example.com, en",
        "'', '', a@example.de, de",
        "'', '', a@example.ch, de",
        "'', Austria, a@example.com, de",
        "'', France, a@example.de, en",
        "de-AT, '', a@example.com, de",
        "English, '', a@example.de, en"
    })
    void theLanguageFollowsColumnsAndCountry(String language, String country, String email, String expected) {
        var profile = profile(language, country);
        assertThat(profile.addressee(email).language()).isEqualTo(expected);
        assertThat(profile.with(Map.of(Trait.SPOKEN, "en"), 9).addressee(email).language())
                .isEqualTo("en");
        assertThat(profile.with(Map.of(Trait.SPOKEN, "de"), 9).addressee(email).language())
                .isEqualTo("de");
    }

    private static Profile profile(String language, String country) {
        var profile = Profile.UNKNOWN;
        if (!language.isEmpty()) {
            profile = profile.with(Map.of(Trait.LANGUAGE, language), 1);
        }
        return country.isEmpty() ? profile : profile.with(Map.of(Trait.COUNTRY, country), 1);
    }
}
