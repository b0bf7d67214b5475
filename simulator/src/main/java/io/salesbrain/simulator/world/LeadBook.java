package io.salesbrain.simulator.world;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The endless list of leads of a campaign: each is a function of its number, so none has to be kept. */
public final class LeadBook {
    /** Neighbours in the list share a company, so gateways see several mails of one campaign at once. */
    public static final int LEADS_PER_COMPANY = 3;

    private static final double GATEWAY_SHARE = 0.28;
    private static final double PROXY_SHARE = 0.22;
    private static final int PHONE_NUMBERS = 99;

    private final Organization organization;

    public LeadBook(Organization organization) {
        this.organization = organization;
    }

    public Lead lead(Campaign campaign, int number) {
        Company company = company(campaign, number / LEADS_PER_COMPANY);
        Vocabulary names = Vocabulary.of(campaign.language());
        long companySeed = seed(campaign, number / LEADS_PER_COMPANY, 1);
        RandomGenerator random = Seeds.random(organization.seed(), campaign.number(), number, 2);
        boolean woman = random.nextBoolean();
        List<String> firstNames = woman ? names.women() : names.men();
        // Colleagues step through the families by their place in the company, so no two share an address.
        int family = (int) Long.remainderUnsigned(companySeed, names.families().size());
        String last = names.families()
                .get((family + number % LEADS_PER_COMPANY) % names.families().size());
        String first = Seeds.pick(random, firstNames);
        String phonePrefix = names.places().stream()
                .filter(place -> place.city().equals(company.city()))
                .findFirst()
                .map(Vocabulary.Place::phone)
                .orElse("");
        return new Lead(
                Seeds.uuid(organization.seed(), campaign.number(), number, 3),
                number,
                ascii(first) + "." + ascii(last) + "@" + company.domain(),
                first,
                last,
                woman,
                Seeds.pick(random, names.titles()),
                phonePrefix + (100 + random.nextInt(PHONE_NUMBERS)),
                company,
                Seeds.chance(random, PROXY_SHARE));
    }

    private Company company(Campaign campaign, int number) {
        Vocabulary names = Vocabulary.of(campaign.language());
        RandomGenerator random = Seeds.random(seed(campaign, number, 4));
        int stems = names.stems().size();
        int combinations = stems * names.trades().size();
        // Campaigns of one language walk the same combinations from their own place and in their own round.
        int walk = number * organization.campaigns().size() + campaign.number();
        int index = (int) ((Long.remainderUnsigned(organization.seed(), combinations) + 7L * walk) % combinations);
        int round = walk / combinations;
        String stem = names.stems().get(index % stems);
        int trade = index / stems;
        Vocabulary.Place place = Seeds.pick(random, names.places());
        String name = stem + " " + names.trades().get(trade) + (round == 0 ? "" : " " + place.city() + " " + round);
        String domain = ascii(name) + (random.nextInt(4) == 0 ? ".test" : ".example");
        return new Company(
                name + " " + Seeds.pick(random, names.forms()),
                domain,
                names.industries().get(trade),
                place.city(),
                ZoneId.of(place.zone()),
                provider(random, campaign.language()),
                gateway(random));
    }

    private long seed(Campaign campaign, int number, int purpose) {
        return Seeds.mix(organization.seed(), campaign.number(), number, purpose);
    }

    private static MailProvider provider(RandomGenerator random, Language language) {
        double at = random.nextDouble();
        if (at < 0.38) {
            return MailProvider.GOOGLE;
        }
        if (at < 0.82) {
            return MailProvider.MICROSOFT;
        }
        if (at < 0.92) {
            return MailProvider.ZOHO;
        }
        return language == Language.GERMAN ? MailProvider.WEB_DE : MailProvider.YAHOO;
    }

    private static SecurityGateway gateway(RandomGenerator random) {
        if (!Seeds.chance(random, GATEWAY_SHARE)) {
            return SecurityGateway.NONE;
        }
        return Seeds.pick(
                random,
                List.of(
                        SecurityGateway.BARRACUDA,
                        SecurityGateway.MIMECAST,
                        SecurityGateway.PROOFPOINT,
                        SecurityGateway.CISCO));
    }

    static String ascii(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
