package io.salesbrain.simulator.world;

import io.salesbrain.simulator.resource.SectionedText;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Founds an organization: hires its senders and sets up its campaigns. */
final class Founding {
    private static final int[] WAIT_DAYS = {0, 3, 4, 5};
    /** What later mails of a sequence achieve compared with the first. */
    private static final double[] STEP_APPEAL = {1.0, 0.75, 0.6, 0.5};

    private static final int WORKING_DAYS_OF_HISTORY = 15;
    private static final int DAYS_OF_HISTORY = 21;
    private static final int FAILING_DAYS = 8;

    private Founding() {}

    static Organization found(Agency agency, long seed, int leads) {
        List<Mailbox> mailboxes = mailboxes(agency, Seeds.random(seed, 1));
        return new Organization(
                agency.id(),
                agency.name(),
                Seeds.uuid(seed, 2),
                agency.zone(),
                seed,
                mailboxes,
                campaigns(agency, seed, leads, mailboxes));
    }

    private static List<Mailbox> mailboxes(Agency agency, RandomGenerator random) {
        Vocabulary names = Vocabulary.of(agency.campaignLanguages().getFirst());
        List<Mailbox> mailboxes = new ArrayList<>();
        int family = random.nextInt(names.families().size());
        for (int i = 0; i < agency.mailboxes(); i++) {
            boolean woman = random.nextBoolean();
            String first = Seeds.pick(random, woman ? names.women() : names.men());
            String last =
                    names.families().get((family + 5 * i) % names.families().size());
            String domain =
                    agency.sendingDomains().get(i % agency.sendingDomains().size());
            mailboxes.add(new Mailbox(
                    LeadBook.ascii(first) + "." + LeadBook.ascii(last) + "@" + domain,
                    first,
                    last,
                    woman,
                    40 + 10 * random.nextInt(2),
                    random.nextInt(3) == 0 ? MailProvider.MICROSOFT : MailProvider.GOOGLE,
                    0.004 + 0.012 * random.nextDouble(),
                    agency.oneMailboxGoesBad() && i == 1 ? FAILING_DAYS : 0));
        }
        return mailboxes;
    }

    private static List<Campaign> campaigns(Agency agency, long seed, int leads, List<Mailbox> mailboxes) {
        List<Campaign> campaigns = new ArrayList<>();
        int count = agency.campaignLanguages().size();
        RandomGenerator random = Seeds.random(seed, 3);
        int themeOffset = random.nextInt(64);
        for (int i = 0; i < count; i++) {
            Language language = agency.campaignLanguages().get(i);
            List<Theme> themes = Vocabulary.themes(language);
            Theme theme = themes.get((themeOffset + i) % themes.size());
            // The first started longest ago and has run its course; the others run on, begun one after another.
            boolean ended = i == 0;
            int startedDaysAgo = ended ? DAYS_OF_HISTORY : DAYS_OF_HISTORY - 4 * (i - 1);
            int enrolmentDays = ended ? 4 : WORKING_DAYS_OF_HISTORY - 3 * (i - 1);
            campaigns.add(new Campaign(
                    Seeds.uuid(seed, 4, i),
                    i,
                    theme.name(),
                    language,
                    theme,
                    steps(language, theme, Seeds.random(seed, 5, i), 3 + i % 2),
                    campaignMailboxes(mailboxes, i),
                    startedDaysAgo,
                    enrolmentDays,
                    Math.max(1, Math.ceilDiv(leads, count * enrolmentDays)),
                    ended));
        }
        return campaigns;
    }

    /** Each campaign leaves out one mailbox, a different one, but never the second: the one that may go bad stays busy. */
    private static List<Mailbox> campaignMailboxes(List<Mailbox> mailboxes, int campaign) {
        List<Mailbox> used = new ArrayList<>(mailboxes);
        int leftOut = (2 * campaign) % mailboxes.size();
        if (leftOut != 1 && used.size() > 3) {
            used.remove(leftOut);
        }
        return used;
    }

    private static List<Step> steps(Language language, Theme theme, RandomGenerator random, int count) {
        SectionedText texts = SectionedText.read("letters/steps-" + language.code() + ".txt");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> bodies = texts.section("step." + (i + 1));
            List<Variant> variants = new ArrayList<>();
            for (int v = 0; v < bodies.size(); v++) {
                variants.add(variant(theme, random, i, v, bodies.get(v)));
            }
            steps.add(new Step(i + 1, WAIT_DAYS[i], variants));
        }
        return steps;
    }

    private static Variant variant(Theme theme, RandomGenerator random, int step, int index, String body) {
        double appeal = STEP_APPEAL[step] * (0.55 + 1.1 * random.nextDouble());
        String subject = theme.subjects().get(index % theme.subjects().size());
        return new Variant(
                index + 1,
                step == 0 ? subject : "Re: " + theme.subjects().getFirst(),
                body,
                0.36 + 0.22 * random.nextDouble(),
                0.07 + 0.08 * appeal,
                0.10 * appeal,
                0.25 + 0.25 * random.nextDouble());
    }
}
