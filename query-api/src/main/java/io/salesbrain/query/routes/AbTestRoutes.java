package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.StepVariant;
import io.salesbrain.query.abtest.AbTest;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.RateIndex;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which variant of which step is better. */
public final class AbTestRoutes {
    public static final Operation LIST = Operation.says(
                    Tag.STATISTICS, "Which variant of which step is better, and how sure that is.")
            .more("The steps that have several variants, by campaign. A verdict stands however often one looks.")
            .with(Parameter.CAMPAIGN)
            .paged()
            .answers(AbTests.class);

    @Says("A page of A/B tests.")
    record AbTests(
            @Says("By campaign and step.") List<AbTestView> items,

            @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
            String nextStartingAfter,

            @Says("What the words mean.") Map<String, String> definitions) {}

    private static final int CAMPAIGNS_AT_ONCE = 100;

    /** One step of a campaign. */
    record Step(String campaignId, int sequence, int step) implements Comparable<Step> {
        private static final Comparator<Step> ORDER = Comparator.comparing(Step::campaignId)
                .thenComparingInt(Step::sequence)
                .thenComparingInt(Step::step);

        @Override
        public int compareTo(Step other) {
            return ORDER.compare(this, other);
        }

        String cursor() {
            return Cursor.of(Integer.toString(sequence), Integer.toString(step), campaignId);
        }

        static Step parse(List<String> parts) {
            return new Step(parts.get(2), Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)));
        }
    }

    private final RateIndex rates;
    private final CampaignNames names;
    private final InstantSource clock;

    public AbTestRoutes(RateIndex rates, CampaignNames names, InstantSource clock) {
        this.rates = rates;
        this.names = names;
        this.clock = clock;
    }

    /** The steps that have several variants, by campaign. */
    public void list(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 3, Step::parse);
        var campaign = Parameters.text(ctx, "campaign_id");
        var found = campaign.isPresent()
                ? behind(start, tested(organization, campaign.get()), limit + 1)
                : ofAll(organization, start, limit + 1);
        long nowHour = RateKey.hourOf(clock.millis());
        var page = Page.of(found, limit, Step::cursor)
                .map(step -> AbTestView.of(
                        step,
                        names.of(organization).get(step.campaignId()),
                        AbTest.of(variants(organization, step), nowHour)));
        Answers.json(ctx, new AbTests(page.items(), page.nextStartingAfter(), AbTestView.DEFINITIONS));
    }

    private List<Step> ofAll(OrganizationId organization, Optional<Step> start, int limit) {
        var found = new ArrayList<Step>();
        start.ifPresent(step -> found.addAll(behind(start, tested(organization, step.campaignId()), limit)));
        var after = start.map(Step::campaignId);
        while (found.size() < limit) {
            var campaigns = rates.campaignsAfter(organization, after, CAMPAIGNS_AT_ONCE);
            for (var campaign : campaigns) {
                found.addAll(tested(organization, campaign));
            }
            if (campaigns.size() < CAMPAIGNS_AT_ONCE) {
                break;
            }
            after = Optional.of(campaigns.getLast());
        }
        return found.stream().limit(limit).toList();
    }

    private static List<Step> behind(Optional<Step> start, List<Step> steps, int limit) {
        return steps.stream()
                .filter(step -> start.isEmpty() || step.compareTo(start.get()) > 0)
                .limit(limit)
                .toList();
    }

    private List<Step> tested(OrganizationId organization, String campaignId) {
        return rates.steps(List.of(organization), campaignId).stream()
                .map(variant -> new Step(campaignId, variant.sequence(), variant.step()))
                .distinct()
                .filter(step -> variants(organization, step).size() > 1)
                .toList();
    }

    private List<AbTest.Variant> variants(OrganizationId organization, Step step) {
        var owners = List.of(organization);
        var variants = new ArrayList<AbTest.Variant>();
        for (var each : rates.steps(owners, step.campaignId())) {
            if (each.sequence() == step.sequence() && each.step() == step.step() && each.isVariantKnown()) {
                variants.add(new AbTest.Variant(each.variant(), hours(organization, step.campaignId(), each)));
            }
        }
        return AbTest.running(variants);
    }

    private NavigableMap<Long, Counts> hours(OrganizationId organization, String campaignId, StepVariant step) {
        return rates.find(List.of(organization), new Dimension.Step(campaignId, step))
                .map(RateIndex.View::hours)
                .orElseGet(TreeMap::new);
    }
}
