package io.salesbrain.instantly.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Counts;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Timestamps;
import io.salesbrain.instantly.client.Analytics;
import io.salesbrain.instantly.client.CampaignAnalytics;
import io.salesbrain.instantly.client.Email;
import io.salesbrain.instantly.client.EmailType;
import io.salesbrain.instantly.client.Emails;
import io.salesbrain.instantly.client.InstantlyClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what we counted with what Instantly counts, campaign by campaign. Of each kind of event the smaller number
 * over Instantly's is what is complete: more than Instantly has is no gain, but nothing is lost either.
 */
final class Audit {
    /** As webhooks name a reply's thread. */
    private static final String UNIBOX = "https://app.instantly.ai/app/unibox?thread_search=thread:";

    static final String REPORT = "audit";
    private static final Set<EventFlag> SYNTHETIC = Set.of(EventFlag.SYNTHETIC);
    /** The Unibox answers twenty times a minute; a run should not take a day. */
    private static final int MOST_PAGES = 60;

    private final OurCounts counts;
    private final Inlet inlet;
    private final Clock clock;

    Audit(OurCounts counts, Inlet inlet, Clock clock) {
        this.counts = counts;
        this.inlet = inlet;
        this.clock = clock;
    }

    /** One kind of event: how many Instantly has, and how many we have. */
    private record Compared(String kind, long instantly, long ours) {
        long complete() {
            return Math.min(instantly, ours);
        }
    }

    Map<String, Object> run(InstantlyConnection connection, InstantlyClient client, boolean fill)
            throws InterruptedException {
        var items = new ArrayList<Map<String, Object>>();
        long theirs = 0;
        long complete = 0;
        // What is not counted yet is not missing.
        boolean behind = counts.areBehind();
        int pagesLeft = fill && !behind ? MOST_PAGES : 0;
        for (var figures : client.analytics().campaigns(Optional.empty(), Analytics.Days.ALL)) {
            var compared =
                    compare(figures, counts.ofCampaign(Set.of(connection.organizationId()), figures.campaignId()));
            var item = item(figures, compared);
            theirs += compared.stream().mapToLong(Compared::instantly).sum();
            complete += compared.stream().mapToLong(Compared::complete).sum();
            if (pagesLeft > 0 && isFillable(compared)) {
                var filling = new Filling(connection, client, pagesLeft);
                filling.run(figures.campaignId());
                pagesLeft = filling.pagesLeft;
                item.put("filled", filling.taken);
            }
            items.add(item);
        }
        var report = new LinkedHashMap<String, Object>();
        report.put("organization_id", connection.organizationId().value());
        report.put("compared_at", clock.instant().toString());
        report.put("completeness", share(complete, theirs));
        report.put("counting_is_behind", behind);
        report.put("items", items);
        return report;
    }

    private static List<Compared> compare(CampaignAnalytics figures, Counts ours) {
        return List.of(
                new Compared("emails_sent", figures.sent(), ours.get(Metric.EMAILS_SENT)),
                new Compared("opens_total", figures.opens(), ours.get(Metric.OPENS_TOTAL)),
                new Compared("clicks_total", figures.clicks(), ours.get(Metric.CLICKS_TOTAL)),
                // Which replies are automatic, Instantly and our model may see differently; together they are the same.
                new Compared(
                        "replies",
                        figures.replies() + figures.automaticReplies(),
                        ours.get(Metric.EMAILS_REPLIED) + ours.get(Metric.AUTO_REPLIES)),
                new Compared("emails_bounced", figures.bounced(), ours.get(Metric.EMAILS_BOUNCED)),
                new Compared("unsubscribed", figures.unsubscribed(), ours.get(Metric.UNSUBSCRIBED)));
    }

    private static Map<String, Object> item(CampaignAnalytics figures, List<Compared> compared) {
        var item = new LinkedHashMap<String, Object>();
        item.put("campaign_id", figures.campaignId());
        item.put("campaign_name", figures.campaignName());
        item.put(
                "completeness",
                share(
                        compared.stream().mapToLong(Compared::complete).sum(),
                        compared.stream().mapToLong(Compared::instantly).sum()));
        var kinds = new LinkedHashMap<String, Object>();
        for (var one : compared) {
            var kind = new LinkedHashMap<String, Object>();
            kind.put("instantly", one.instantly());
            kind.put("ours", one.ours());
            if (one.instantly() != one.ours()) {
                kind.put("explanation", explanation(one));
            }
            kinds.put(one.kind(), kind);
        }
        item.put("counts", kinds);
        return item;
    }

    private static String explanation(Compared one) {
        if (one.ours() < one.instantly()) {
            return switch (one.kind()) {
                case "emails_sent" -> "Deliveries are missing, or are from before the webhook was registered.";
                case "replies" ->
                    "Missing, or one message that Instantly counts as a reply and as an automatic one, which is one here.";
                case "opens_total", "clicks_total" ->
                    "Missing, or from before the webhook was registered; Instantly keeps no list of them to fetch.";
                default -> "Missing, or from before the webhook was registered.";
            };
        }
        return switch (one.kind()) {
            case "emails_sent" -> "An e-mail whose send was never told is inferred here from what followed it.";
            case "unsubscribed" -> "Here a reply that asks for it counts as an unsubscribe too.";
            default -> "Instantly's figures lag behind its deliveries.";
        };
    }

    /** Only messages can be fetched: opens, clicks and bounces are in no list. */
    private static boolean isFillable(List<Compared> compared) {
        return compared.stream()
                .filter(one -> one.kind().equals("emails_sent") || one.kind().equals("replies"))
                .anyMatch(one -> one.ours() < one.instantly());
    }

    private static double share(long complete, long theirs) {
        return theirs == 0 ? 1 : (double) complete / theirs;
    }

    /** Reads a campaign's messages and takes each in as the event it was; what we have already counts once. */
    private final class Filling {
        private final InstantlyConnection connection;
        private final InstantlyClient client;
        private int pagesLeft;
        private int taken;

        Filling(InstantlyConnection connection, InstantlyClient client, int pagesLeft) {
            this.connection = connection;
            this.client = client;
            this.pagesLeft = pagesLeft;
        }

        void run(String campaignId) throws InterruptedException {
            for (var type : List.of("sent", "received")) {
                var query = new Emails.Query(
                        Optional.of(campaignId), Optional.of(type), Optional.empty(), Optional.empty());
                if (pagesLeft > 0) {
                    client.emails().list(query).read(page -> {
                        var payloads = page.stream()
                                .filter(email ->
                                        email.at().isPresent() && !email.lead().isEmpty())
                                .map(email -> payload(email, connection.workspaceId()))
                                .toList();
                        taken += payloads.isEmpty() ? 0 : inlet.take(connection.organizationId(), payloads, SYNTHETIC);
                        pagesLeft--;
                        return pagesLeft > 0;
                    });
                }
            }
        }
    }

    private static String payload(Email email, String workspace) {
        boolean isReply =
                email.type().filter(code -> code.is(EmailType.RECEIVED)).isPresent();
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "event_type",
                        isReply ? email.autoReply() ? "auto_reply_received" : "reply_received" : "email_sent")
                .put("timestamp", Timestamps.format(email.at().orElseThrow()))
                .put("workspace", workspace)
                .put("campaign_id", email.campaignId())
                .put("lead_email", email.lead())
                .put("email_account", email.account());
        if (isReply) {
            payload.put("email_id", email.id())
                    .put("reply_subject", email.subject())
                    .put("reply_text", email.text())
                    .put("reply_html", email.html());
            if (!email.threadId().isEmpty()) {
                payload.put("unibox_url", UNIBOX + email.threadId());
            }
        } else {
            payload.put("email_subject", email.subject()).put("email_html", email.html());
        }
        if (!email.step().isEmpty()) {
            payload.put("step", email.step());
        }
        payload.putObject(SyntheticEvent.EVIDENCE)
                .put("source", "GET /api/v2/emails")
                .put("email_uuid", email.id());
        return payload.toString();
    }
}
