package io.salesbrain.benchmarks.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** What a day's screens ask for, in about the shares in which they ask. */
final class Reads {
    /** A route by the name it is counted under, and how many of a hundred reads are its own. */
    private record Kind(String name, int share, LongFunction<String> path) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("hot leads", 25, i -> "/api/hot-leads?limit=25"),
            new Kind("hot leads of a campaign", 5, i -> "/api/hot-leads?limit=25&campaign_id=" + Traffic.campaign(i)),
            new Kind("a lead", 20, i -> "/api/leads/" + Traffic.lead(i * 31 % 50_000)),
            new Kind("inbox", 12, i -> "/api/inbox?folder=to_answer&limit=25"),
            new Kind("search", 3, i -> "/api/inbox?q=Tuesday&limit=25"),
            new Kind("figures", 10, i -> "/api/instantly/stats?window=7d"),
            new Kind("campaigns", 5, i -> "/api/instantly/campaigns"),
            new Kind("a campaign", 5, i -> "/api/instantly/campaign/" + Traffic.campaign(i) + "/stats"),
            new Kind("mailboxes", 4, i -> "/api/instantly/email-accounts"),
            new Kind("verdicts", 2, i -> "/api/ab-tests?campaign_id=" + Traffic.campaign(i)),
            new Kind("alerts", 3, i -> "/api/alerts"),
            new Kind("follow-ups", 2, i -> "/api/follow-ups"),
            new Kind("return on investment", 2, i -> "/api/roi"),
            new Kind("cohorts", 1, i -> "/api/cohorts"),
            new Kind("when people reply", 1, i -> "/api/reply-heatmap"));

    private static final int HUNDRED = 100;

    private final List<Kind> turns = new ArrayList<>();

    Reads() {
        // Spread out: the n-th of a kind comes at n/share of the hundred.
        record Turn(double at, Kind kind) {}
        KINDS.stream()
                .flatMap(kind ->
                        IntStream.range(0, kind.share()).mapToObj(n -> new Turn((n + 0.5) / kind.share(), kind)))
                .sorted(Comparator.comparingDouble(Turn::at))
                .forEach(turn -> turns.add(turn.kind()));
        if (turns.size() != HUNDRED) {
            throw new IllegalStateException("the shares add up to " + turns.size());
        }
    }

    List<String> names() {
        return KINDS.stream().map(Kind::name).toList();
    }

    String name(long i) {
        return turns.get((int) (i % HUNDRED)).name();
    }

    String path(long i) {
        return turns.get((int) (i % HUNDRED)).path().apply(i);
    }
}
