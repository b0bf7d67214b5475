package io.salesbrain.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.payload.Payloads;
import io.salesbrain.simulator.scenario.Happening.AboutMail;
import io.salesbrain.simulator.scenario.Happening.Bounced;
import io.salesbrain.simulator.scenario.Happening.CampaignCompleted;
import io.salesbrain.simulator.scenario.Happening.Clicked;
import io.salesbrain.simulator.scenario.Happening.Labelled;
import io.salesbrain.simulator.scenario.Happening.Opened;
import io.salesbrain.simulator.scenario.Happening.Replied;
import io.salesbrain.simulator.scenario.Happening.Sent;
import io.salesbrain.simulator.world.Language;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.SecurityGateway;
import io.salesbrain.simulator.world.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final long SEED = 42;
    private static final Instant ORIGIN = Instant.parse("2026-06-17T13:20:00Z");

    private final List<Organization> organizations = World.generate(SEED).organizations();

    @Test
    void theSameSeedTellsTheSameStoryByteForByte() {
        for (int i = 0; i < organizations.size(); i++) {
            List<String> told = bodies(organizations.get(i), ORIGIN, Duration.ZERO);
            List<String> again = bodies(World.generate(SEED).organizations().get(i), ORIGIN, Duration.ZERO);
            assertThat(again).isEqualTo(told);
        }
        Organization other = World.generate(SEED + 1).organizations().getFirst();
        assertThat(bodies(other, ORIGIN, Duration.ZERO))
                .isNotEqualTo(bodies(organizations.getFirst(), ORIGIN, Duration.ZERO));
    }

    @Test
    void wholeWeeksLaterTheSameStoryHappensWholeWeeksLater() {
        Duration weeks = Duration.ofDays(21);
        assertThat(outline(organizations.getFirst(), ORIGIN.plus(weeks), weeks))
                .isEqualTo(outline(organizations.getFirst(), ORIGIN, Duration.ZERO));
    }

    @Test
    void theHistoryIsOrderedAndEndsAtTheOrigin() {
        for (Organization organization : organizations) {
            List<Instant> times = history(organization).events().stream()
                    .map(event -> event.moment().at())
                    .toList();
            assertThat(times).isSorted().hasSizeGreaterThan(1_000);
            assertThat(times.getLast()).isBeforeOrEqualTo(ORIGIN).isAfter(ORIGIN.minus(Duration.ofHours(3)));
            assertThat(times.getFirst())
                    .isBetween(ORIGIN.minus(Duration.ofDays(22)), ORIGIN.minus(Duration.ofDays(14)));
        }
    }

    @Test
    void campaignsRestOnWeekendsAndKeepTheirDailyLimits() {
        for (Organization organization : organizations) {
            Map<String, Integer> perDay = new HashMap<>();
            for (Moment moment : moments(organization)) {
                if (moment.happening() instanceof Sent(Mail mail)) {
                    var day = moment.at().atZone(organization.zone());
                    assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    int sent = perDay.merge(mail.mailbox().email() + day.toLocalDate(), 1, Integer::sum);
                    assertThat(sent).isLessThanOrEqualTo(mail.mailbox().dailyLimit());
                }
            }
        }
    }

    @Test
    void everyKindOfReplyOccursInBothLanguages() {
        Map<Language, Set<ReplyCategory>> seen = new EnumMap<>(Language.class);
        for (Organization organization : organizations) {
            for (Moment moment : moments(organization)) {
                if (moment.happening() instanceof Replied replied) {
                    Language language = replied.mail().campaign().language();
                    seen.computeIfAbsent(language, any -> EnumSet.noneOf(ReplyCategory.class))
                            .add(replied.reply().category());
                    assertThat(moment.actor()).isEqualTo(replied.reply().automatic() ? Actor.MACHINE : Actor.PERSON);
                }
            }
        }
        assertThat(seen).containsOnlyKeys(Language.values());
        assertThat(seen.values()).allMatch(categories -> categories.size() == ReplyCategory.values().length);
    }

    @Test
    void everyEventTypeOccurs() {
        Set<String> types = new TreeSet<>();
        Set<String> ownLabels = new TreeSet<>();
        boolean wholeCampaign = false;
        for (Organization organization : organizations) {
            for (Moment moment : moments(organization)) {
                types.add(moment.happening().eventType());
                wholeCampaign |= moment.happening() instanceof CampaignCompleted;
                if (moment.happening() instanceof Labelled(Mail mail, var reply, String label)
                        && !label.startsWith("lead_")) {
                    ownLabels.add(label);
                }
            }
        }
        assertThat(types)
                .contains(
                        "email_sent",
                        "email_opened",
                        "link_clicked",
                        "reply_received",
                        "auto_reply_received",
                        "email_bounced",
                        "lead_unsubscribed",
                        "campaign_completed",
                        "account_error",
                        "lead_interested",
                        "lead_not_interested",
                        "lead_neutral",
                        "lead_meeting_booked",
                        "lead_meeting_completed",
                        "lead_no_show",
                        "lead_closed",
                        "lead_out_of_office",
                        "lead_wrong_person")
                .doesNotContain("email_clicked", "email_spam_report");
        assertThat(ownLabels).isNotEmpty();
        assertThat(wholeCampaign).isTrue();
    }

    @Test
    void machinesReactInSecondsAndPeopleMostlyLater() {
        List<Duration> machineClicks = new ArrayList<>();
        List<Duration> personOpens = new ArrayList<>();
        for (Organization organization : organizations) {
            for (Moment moment : moments(organization)) {
                switch (moment.happening()) {
                    case Clicked(Mail mail)
                    when moment.actor() == Actor.MACHINE -> {
                        assertThat(mail.lead().company().gateway()).isNotEqualTo(SecurityGateway.NONE);
                        machineClicks.add(Duration.between(mail.sentAt(), moment.at()));
                    }
                    case Opened(Mail mail)
                    when moment.actor() == Actor.PERSON ->
                        personOpens.add(Duration.between(mail.sentAt(), moment.at()));
                    default -> {}
                }
            }
        }
        assertThat(machineClicks)
                .hasSizeGreaterThan(100)
                .allMatch(after -> after.compareTo(Duration.ofSeconds(20)) < 0);
        assertThat(personOpens.stream()
                        .filter(after -> after.compareTo(Duration.ofMinutes(5)) > 0)
                        .count())
                .isGreaterThan(personOpens.size() * 9L / 10);
    }

    @Test
    void oneMailboxGoesBad() {
        Organization organization = organizations.getFirst();
        String failing = organization.mailboxes().stream()
                .filter(mailbox -> mailbox.failing())
                .findFirst()
                .orElseThrow()
                .email();
        double early =
                bounceShare(organization, failing, ORIGIN.minus(Duration.ofDays(22)), ORIGIN.minus(Duration.ofDays(8)));
        double late = bounceShare(organization, failing, ORIGIN.minus(Duration.ofDays(4)), ORIGIN);
        assertThat(early).isLessThan(0.04);
        assertThat(late).isGreaterThan(0.08);
        assertThat(moments(organization))
                .anyMatch(moment -> moment.happening() instanceof Happening.MailboxFailed(var mailbox)
                        && mailbox.email().equals(failing));
    }

    @Test
    void theLivePartOpensWithALeadThatBecomesHot() {
        for (Organization organization : organizations) {
            List<ScriptedEvent> first = live(organization, Duration.ofSeconds(5), 1);
            Map<String, List<Class<?>>> chains = new HashMap<>();
            for (ScriptedEvent event : first) {
                if (event.moment().happening() instanceof AboutMail about) {
                    String lead = about.mail().lead().email();
                    chains.computeIfAbsent(lead, any -> new ArrayList<>()).add(about.getClass());
                }
            }
            assertThat(chains.values())
                    .anySatisfy(chain ->
                            assertThat(chain).startsWith(Sent.class, Opened.class, Clicked.class, Replied.class));
            assertThat(first)
                    .anyMatch(event -> event.moment().happening() instanceof Replied replied
                            && replied.reply().category().positive());
        }
    }

    @Test
    void theLivePartKeepsItsPaceAndNeverRunsBackwards() {
        List<ScriptedEvent> events = live(organizations.get(1), Duration.ofMinutes(40), 2);
        assertThat(events.size()).isBetween(4_300, 5_300);
        assertThat(events.stream().map(event -> event.moment().at()).toList()).isSorted();
        assertThat(events.stream().map(ScriptedEvent::sequence).toList()).doesNotHaveDuplicates();
        assertThat(events).anyMatch(event -> event.moment().happening() instanceof Bounced);
        assertThat(events)
                .anyMatch(event -> event.moment().happening().eventType().equals("lead_meeting_completed"));
    }

    private History history(Organization organization) {
        return new Scenario(organization, ORIGIN).history();
    }

    private List<Moment> moments(Organization organization) {
        return history(organization).events().stream()
                .map(ScriptedEvent::moment)
                .toList();
    }

    private static List<ScriptedEvent> live(Organization organization, Duration length, double eventsPerSecond) {
        Scenario scenario = new Scenario(organization, ORIGIN);
        LiveScript live = scenario.live(scenario.history(), 1_440, eventsPerSecond, Duration.ofMillis(300));
        List<ScriptedEvent> events = new ArrayList<>();
        ScriptedEvent event = live.next();
        while (event.moment().at().isBefore(ORIGIN.plus(length))) {
            events.add(event);
            event = live.next();
        }
        return events;
    }

    private static List<ScriptedEvent> story(Organization organization, Instant origin) {
        Scenario scenario = new Scenario(organization, origin);
        History history = scenario.history();
        List<ScriptedEvent> events = new ArrayList<>(history.events());
        LiveScript live = scenario.live(history, 1_440, 3, Duration.ofMillis(300));
        for (int i = 0; i < 1_500; i++) {
            events.add(live.next());
        }
        return events;
    }

    private static List<String> bodies(Organization organization, Instant origin, Duration shift) {
        Payloads payloads = new Payloads(organization);
        return story(organization, origin).stream()
                .map(event ->
                        payloads.render(event, event.moment().at().minus(shift)).toString())
                .toList();
    }

    /** The story without the texts, in which dates are written out. */
    private static List<String> outline(Organization organization, Instant origin, Duration shift) {
        Payloads payloads = new Payloads(organization);
        return story(organization, origin).stream()
                .map(event -> payloads.render(event, event.moment().at().minus(shift)))
                .map(body -> body.path("timestamp") + " " + body.path("event_type") + " " + body.path("lead_email")
                        + " " + body.path("step") + " " + body.path("variant") + " " + body.path("is_first"))
                .toList();
    }

    private double bounceShare(Organization organization, String mailbox, Instant from, Instant to) {
        long sent = 0;
        long bounced = 0;
        for (Moment moment : moments(organization)) {
            boolean inSpan = moment.at().isAfter(from) && moment.at().isBefore(to);
            if (inSpan
                    && moment.happening() instanceof AboutMail about
                    && about.mail().mailbox().email().equals(mailbox)) {
                sent += about instanceof Sent ? 1 : 0;
                bounced += about instanceof Bounced ? 1 : 0;
            }
        }
        return sent == 0 ? 0 : (double) bounced / sent;
    }
}
