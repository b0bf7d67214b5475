package io.salesbrain.clickhouse.sink;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.AttributionReference.Send;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Deal;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.Json;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Puts rows into the tables as the sink writes them, without a log. */
public final class RowsForTests {
    private final Warehouse warehouse;
    private long version;

    public RowsForTests(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    public void events(List<ScoredEvent> events) {
        var lines = new ByteArrayOutputStream();
        for (var event : events) {
            lines.writeBytes(Rows.event(event));
            lines.write('\n');
        }
        insert(Table.EVENTS, lines.toByteArray());
        for (var scored : events) {
            var event = scored.event();
            if (event.type() == EventType.REPLY_RECEIVED) {
                insert(Table.REPLIES, Excerpts.reply(scored));
            }
        }
        var names = new ByteArrayOutputStream();
        for (var scored : events) {
            names.writeBytes(Excerpts.campaign(scored.event(), Excerpts.nameVersion(scored.event())));
            names.write('\n');
        }
        insert(Table.CAMPAIGNS, names.toByteArray());
    }

    /** As what can be searched; of events that are letters. */
    public void correspondence(List<ScoredEvent> events) {
        var lines = new ByteArrayOutputStream();
        for (var scored : events) {
            if (Letters.isOne(scored.event())) {
                lines.writeBytes(Letters.row(scored.event()));
                lines.write('\n');
            }
        }
        insert(Table.CORRESPONDENCE, lines.toByteArray());
    }

    /** Sends, as if each had been delivered. */
    public void touches(OrganizationId organization, List<Send> sends) {
        var lines = new ByteArrayOutputStream();
        for (var send : sends) {
            lines.writeBytes(JsonRow.write(row -> row.text("organization_id", organization.value())
                    .text("lead_email", send.lead())
                    .text("campaign_id", send.campaignId())
                    .step(send.step())
                    .text("account", send.account())
                    .instant("at", send.at())
                    .instant("received_at", Instant.now())
                    .text("event_id", send.eventId())));
            lines.write('\n');
        }
        insert(Table.TOUCHES, lines.toByteArray());
    }

    /** Sends that must have happened, in their leads' states. */
    public void impliedSends(OrganizationId organization, List<Send> sends) {
        sends.stream().collect(Collectors.groupingBy(Send::lead)).forEach((lead, ofLead) -> {
            var inferred = ofLead.stream()
                    .map(send -> new InferredSend(
                            send.eventId(), send.at(), send.campaignId(), send.step(), send.account(), "because"))
                    .toList();
            insert(
                    Table.LEAD_STATES,
                    JsonRow.write(row -> row.text("organization_id", organization.value())
                            .text("lead_email", lead)
                            .text("inferred_sends", Json.write(inferred))
                            .number("version", 1)));
        });
    }

    public void leadState(LeadState state) {
        insert(Table.LEAD_STATES, LeadRows.state(state));
    }

    public void rates(RateKey key, RateBucket bucket) {
        insert(Table.RATES, Rows.rates(key, bucket));
    }

    public void cost(Cost cost) {
        insert(Table.COSTS, Rows.cost(cost, ++version));
    }

    public void deal(Deal deal) {
        insert(Table.DEALS, Rows.deal(deal, ++version));
    }

    public void deletedDeal(OrganizationId organization, String dealId) {
        insert(Table.DEALS, Rows.takenBack(organization + "/" + dealId, "deal_id", ++version));
    }

    private void insert(Table table, byte[] lines) {
        var _ = warehouse.insert(table.label(), lines, BatchWriter.SETTINGS);
    }
}
