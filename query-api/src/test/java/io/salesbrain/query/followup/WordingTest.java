package io.salesbrain.query.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.FollowUpReason;
import io.salesbrain.query.template.ProgramText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Map<Placeholder, String> ADA =
            Map.of(Placeholder.FIRST_NAME, "Ada", Placeholder.COMPANY, "{{last_name}} $1 \\ Ltd");

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Hi {{first_name}},>Hi Ada,",
                "Hi {{ first_name | there }},>Hi Ada,",
                "Hi {{last_name|there}},>Hi there,",
                "Guten Tag {{first_name}} {{last_name}},>Guten Tag Ada,",
                "Guten Tag {{last_name}} {{job_title}},>Guten Tag,",
                "{{last_name}} {{first_name}}, hello>Ada, hello",
                "for {{company}}!>for {{last_name}} $1 \\ Ltd!",
                "smile :) {{last_name}}>smile :)"
            })
    void placeholdersAreFilledOrLeaveNoTrace(String template, String expected) {
        assertThat(Wording.filled(template, ADA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Hi {{firstname}}",
        "Hi {{first_name",
        "Hi {{first name}}",
        "Hi first_name}}",
        "{{first_name|{{company}}}}"
    })
    void whatIsNoPlaceholderIsComplainedOf(String template) {
        assertThat(Wording.complaint(template)).isPresent();
    }

    @Test
    void everyStandardTextIsCompleteWithAndWithoutValues() {
        var templates = new Templates();
        for (var reason : FollowUpReason.values()) {
            for (var language : ProgramText.LANGUAGES) {
                var text = templates.standard(reason, language);
                assertThat(Wording.complaint(text.text())).isEmpty();
                for (var values : List.of(Map.<Placeholder, String>of(), ADA)) {
                    var filled = Wording.filled(text.text(), values).replace("{{last_name}} $1 \\ Ltd", "Ltd");
                    assertThat(filled)
                            .doesNotContain("{{", "}}", " ,", "  ", "|")
                            .hasLineCount(text.text().lines().toList().size());
                    assertThat(Wording.filled(String.valueOf(text.subject()), values))
                            .isNotBlank();
                }
            }
        }
    }
}
