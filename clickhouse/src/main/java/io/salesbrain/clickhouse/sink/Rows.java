package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.Classified;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Deal;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Watermark;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a record is as a row of its table: pure, column by column as in the schema. */
final class Rows {
    private Rows() {}

    static byte[] event(ScoredEvent scored) {
        var event = scored.event();
        return JsonRow.write(row -> {
            row.text("organization_id", event.organizationId().value())
                    .text("event_id", event.eventId())
                    .text("type", event.type().label())
                    .text("name", event.name())
                    .instant("at", event.at())
                    .instant("sent_at", event.sentAt())
                    .instant("received_at", event.receivedAt())
                    .text("lead_email", event.leadEmail())
                    .text("campaign_id", event.campaignId())
                    .text("campaign_name", event.campaignName())
                    .text("account", event.account())
                    .step(event.step())
                    .text("email_id", event.emailId())
                    .texts(
                            "flags",
                            event.flags().stream()
                                    .map(EventFlag::label)
                                    .sorted()
                                    .toList())
                    .text("raw", event.raw())
                    .number("partition", scored.partition())
                    .number("ordinal", scored.ordinal());
            judgement(row, scored.classified());
        });
    }

    /** Without a judgement the columns keep their defaults. */
    private static void judgement(JsonRow row, @Nullable Classified classified) {
        if (classified == null) {
            return;
        }
        var category = classified.category();
        row.text("category", category.label())
                .number("probability", classified.probabilities().getOrDefault(category, 0.0))
                .numbers("probabilities", byLabel(classified.probabilities()))
                .text("language", classified.language())
                .flag("abstained", classified.abstained())
                .text("model_version", classified.modelVersion())
                .text("snippet", classified.snippet());
    }

    private static Map<String, Double> byLabel(Map<ReplyCategory, Double> probabilities) {
        var byLabel = new TreeMap<String, Double>();
        probabilities.forEach((category, probability) -> byLabel.put(category.label(), probability));
        return byLabel;
    }

    static byte[] rates(RateKey key, RateBucket bucket) {
        return JsonRow.write(row -> {
            row.text("organization_id", key.organizationId().value());
            switch (key.dimension()) {
                case Dimension.Organization() -> place(row, "organization", "", "", StepVariant.UNKNOWN);
                case Dimension.Campaign(var id) -> place(row, "campaign", id, "", StepVariant.UNKNOWN);
                case Dimension.Step(var id, var step) -> place(row, "step", id, "", step);
                case Dimension.Account(var account) -> place(row, "account", "", account, StepVariant.UNKNOWN);
            }
            row.instant("hour", key.start());
            counts(row, bucket.counts());
            row.number("version", bucket.version()).instant("updated_at", bucket.updatedAt());
        });
    }

    private static void place(JsonRow row, String dimension, String campaignId, String account, StepVariant step) {
        row.text("dimension", dimension)
                .text("campaign_id", campaignId)
                .text("account", account)
                .step(step);
    }

    private static void counts(JsonRow row, Counts counts) {
        for (var metric : Metric.values()) {
            if (counts.get(metric) != 0) {
                row.number(metric.label(), counts.get(metric));
            }
        }
    }

    static byte[] cost(Cost cost, long version) {
        return JsonRow.write(
                row -> row.text("organization_id", cost.organizationId().value())
                        .text("cost_id", cost.costId())
                        .text("amount", cost.amount().toPlainString())
                        .text("currency", cost.currency())
                        .instant("incurred_at", cost.incurredAt())
                        .text("campaign_id", cost.campaignId() == null ? "" : cost.campaignId())
                        .text("account", cost.account() == null ? "" : cost.account())
                        .instant("recorded_at", cost.recordedAt())
                        .number("version", version));
    }

    static byte[] deal(Deal deal, long version) {
        return JsonRow.write(
                row -> row.text("organization_id", deal.organizationId().value())
                        .text("deal_id", deal.dealId())
                        .text("lead_email", deal.leadEmail())
                        .text("amount", deal.amount().toPlainString())
                        .text("currency", deal.currency())
                        .instant("closed_at", deal.closedAt())
                        .number("unit_decimals", deal.unitDecimals())
                        .instant("recorded_at", deal.recordedAt())
                        .number("version", version));
    }

    /** Takes back what has the key {@code organization/id}; everything but the key keeps its default. */
    static byte[] takenBack(String key, String idColumn, long version) {
        int slash = key.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("the key " + key + " names no organization");
        }
        return JsonRow.write(row -> row.text("organization_id", key.substring(0, slash))
                .text(idColumn, key.substring(slash + 1))
                .number("version", version)
                .number("deleted", 1));
    }

    static byte[] watermark(String topic, int topicPartition, Watermark mark, Instant storedAt) {
        return JsonRow.write(row -> row.text("topic", topic)
                .number("topic_partition", topicPartition)
                .number("source_partition", mark.partition())
                .number("processed", mark.processed())
                .number("duplicates", mark.duplicates())
                .number("total", mark.processed() + mark.duplicates())
                .instant("stored_at", storedAt));
    }
}
