package io.salesbrain.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest {
    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(World.generate(11)).isEqualTo(World.generate(11)).isNotEqualTo(World.generate(12));
        assertThat(World.forKey(1, "key", 100)).isEqualTo(World.forKey(1, "key", 100));
        assertThat(World.forKey(1, "key", 100).workspaceId())
                .isNotEqualTo(World.forKey(1, "other", 100).workspaceId());
    }

    @Test
    void hasThreeAgenciesWithMailboxesAndCampaignsOfDifferentQuality() {
        List<Organization> organizations = World.generate(42).organizations();
        assertThat(organizations)
                .extracting(Organization::id)
                .containsExactly("nordlicht-leadwerk", "copper-finch", "alpenpost-vertrieb");
        assertThat(organizations).extracting(Organization::workspaceId).doesNotHaveDuplicates();
        for (Organization organization : organizations) {
            assertThat(organization.mailboxes()).hasSizeBetween(3, 4);
            assertThat(organization.mailboxes()).extracting(Mailbox::email).doesNotHaveDuplicates();
            assertThat(organization.campaigns()).hasSizeBetween(2, 4);
            assertThat(organization.campaigns())
                    .anyMatch(Campaign::hasEnded)
                    .anyMatch(campaign -> !campaign.hasEnded());
            for (Campaign campaign : organization.campaigns()) {
                assertThat(campaign.steps()).hasSizeBetween(3, 4);
                for (Step step : campaign.steps()) {
                    assertThat(step.variants()).hasSizeBetween(2, 3);
                    assertThat(step.variants()).extracting(Variant::replyShare).doesNotHaveDuplicates();
                }
            }
        }
        assertThat(organizations.stream()
                        .flatMap(one -> one.mailboxes().stream())
                        .filter(Mailbox::failing))
                .hasSize(1);
    }

    @Test
    void leadsAreInventedAndNeverShareAnAddress() {
        for (Organization organization : World.generate(7).organizations()) {
            LeadBook book = new LeadBook(organization);
            List<String> addresses = new ArrayList<>();
            for (Campaign campaign : organization.campaigns()) {
                IntStream.range(0, 2_000)
                        .forEach(i -> addresses.add(book.lead(campaign, i).email()));
            }
            assertThat(addresses).doesNotHaveDuplicates();
            assertThat(addresses).allMatch(address -> address.matches("[a-z0-9.-]+@[a-z0-9-]+\\.(example|test)"));
        }
    }

    @Test
    void refusesAWorldWithoutOrganizations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> World.generate(1, 0, 10))
                .withMessage("A world has 1 to 100 organizations, not 0.");
    }
}
