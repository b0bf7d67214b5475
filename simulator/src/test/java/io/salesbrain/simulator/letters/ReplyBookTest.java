package io.salesbrain.simulator.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Language;
import io.salesbrain.simulator.world.LeadBook;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyBookTest {
    private static final Instant AT = Instant.parse("2026-05-12T09:00:00Z");

    private final ReplyBook book = new ReplyBook();

    @ParameterizedTest
    @EnumSource(ReplyCategory.class)
    void holdsTwelveDistinctTextsPerCategoryAndLanguage(ReplyCategory category) {
        for (Language language : Language.values()) {
            boolean automatic = category == ReplyCategory.OUT_OF_OFFICE;
            List<String> texts = book.texts(language, category, automatic);
            assertThat(texts).as("%s %s", language, category).hasSizeGreaterThanOrEqualTo(12);
            assertThat(texts).doesNotHaveDuplicates();
        }
    }

    @Test
    void fillsEveryTextCompletely() {
        RandomGenerator random = Seeds.random(1);
        ReplyWriter writer = new ReplyWriter();
        for (Organization organization : World.generate(5).organizations()) {
            for (Campaign campaign : organization.campaigns()) {
                ReplyWriter.Original original = original(organization, campaign);
                for (ReplyCategory category : ReplyCategory.values()) {
                    for (int i = 0; i < 120; i++) {
                        boolean automatic = category == ReplyCategory.OUT_OF_OFFICE;
                        Reply reply = writer.write(random, original, category, automatic, AT);
                        assertThat(reply.text()).isNotBlank().doesNotContain("{", "}");
                        assertThat(reply.html()).startsWith("<div>").doesNotContain("{", "}");
                        assertThat(reply.emailId().version()).isEqualTo(7);
                    }
                }
            }
        }
    }

    @Test
    void anAbsenceNamesItsWorkingDayOfReturn() {
        Organization organization = World.generate(5).organizations().getFirst();
        Campaign campaign = organization.campaigns().getFirst();
        Reply reply = new ReplyWriter()
                .write(Seeds.random(3), original(organization, campaign), ReplyCategory.OUT_OF_OFFICE, true, AT);
        LocalDate back = reply.backOn().orElseThrow();
        assertThat(back).isAfter(LocalDate.ofInstant(AT, ZoneId.of("Europe/Berlin")));
        assertThat(back.getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
        assertThat(reply.text()).contains(String.valueOf(back.getDayOfMonth()));
    }

    private static ReplyWriter.Original original(Organization organization, Campaign campaign) {
        var lead = new LeadBook(organization).lead(campaign, 7);
        var variant = campaign.steps().getFirst().variants().getFirst();
        return new ReplyWriter.Original(lead, campaign, campaign.mailboxFor(lead), variant, AT.minusSeconds(9_000));
    }
}
