package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Instantly's own figures. Days are in UTC, both ends included. */
public final class Analytics {
    public static final int MOST_WARMUP_ACCOUNTS = 100;

    private final Transport transport;

    Analytics(Transport transport) {
        this.transport = transport;
    }

    /** A span of days. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
        public static final Days ALL = new Days(Optional.empty(), Optional.empty());
    }

    /** Of one campaign, or of all. */
    public List<CampaignAnalytics> campaigns(Optional<String> id, Days days) throws InterruptedException {
        var answer = transport.send(within(Call.get("/campaigns/analytics").with("id", id), days));
        return rows(answer).map(CampaignAnalytics::of).toList();
    }

    public AnalyticsRow overview(Optional<String> id, Days days) throws InterruptedException {
        return AnalyticsRow.of(
                transport.send(within(Call.get("/campaigns/analytics/overview").with("id", id), days)));
    }

    public List<AnalyticsRow> daily(Optional<String> campaignId, Days days) throws InterruptedException {
        var call = Call.get("/campaigns/analytics/daily").with("campaign_id", campaignId);
        return rows(transport.send(within(call, days))).map(AnalyticsRow::of).toList();
    }

    public List<AnalyticsRow> steps(Optional<String> campaignId, Days days) throws InterruptedException {
        var call = Call.get("/campaigns/analytics/steps").with("campaign_id", campaignId);
        return rows(transport.send(within(call, days))).map(AnalyticsRow::of).toList();
    }

    /** Without a span at most the last month: for more, Instantly answers 413. */
    public List<AnalyticsRow> accountsDaily(Days days) throws InterruptedException {
        return rows(transport.send(within(Call.get("/accounts/analytics/daily"), days)))
                .map(AnalyticsRow::of)
                .toList();
    }

    /** By account; at most a hundred of them. */
    public Map<String, Warmup> warmup(List<String> accounts) throws InterruptedException {
        if (accounts.size() > MOST_WARMUP_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "the warm-up of at most " + MOST_WARMUP_ACCOUNTS + " accounts is asked for at once");
        }
        var body = JsonNodeFactory.instance.objectNode();
        var emails = body.putArray("emails");
        accounts.forEach(emails::add);
        var answer = transport.send(Call.repeatablePost("/accounts/warmup-analytics", Optional.of(body)));
        var byAccount = new LinkedHashMap<String, Warmup>();
        answer.path("aggregate_data")
                .properties()
                .forEach(field -> byAccount.put(field.getKey(), Warmup.of(field.getValue())));
        return byAccount;
    }

    private static Call within(Call call, Days days) {
        return call.with("start_date", days.from()).with("end_date", days.to());
    }

    private static Stream<JsonNode> rows(JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false);
    }
}
