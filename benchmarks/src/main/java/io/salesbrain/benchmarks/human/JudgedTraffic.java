package io.salesbrain.benchmarks.human;

import io.salesbrain.events.BurstCircle;
import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import io.salesbrain.scoring.lead.Burst;
import io.salesbrain.scoring.lead.BurstMarks;
import io.salesbrain.scoring.lead.BurstWindow;
import io.salesbrain.scoring.lead.History;
import io.salesbrain.scoring.lead.HumanLikelihood;
import io.salesbrain.scoring.lead.Sighting;
import io.salesbrain.scoring.lead.Touch;
import io.salesbrain.simulator.traffic.MailMix;
import io.salesbrain.simulator.traffic.Sign;
import io.salesbrain.simulator.traffic.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Labelled mail as the scoring sees it: histories of leads, with the bursts over them. */
final class JudgedTraffic {
    /** Which bursts are looked for. */
    enum Bursts {
        NONE,
        DOMAINS,
        DOMAINS_AND_ACCOUNTS
    }

    private record Members(BurstCircle circle, String members) {}

    private final Bursts kept;
    private final Map<String, Map<Touch, Boolean>> touchesByLead = new HashMap<>();
    private final Map<String, BurstMarks> burstsByLead = new HashMap<>();
    private final Map<Members, TreeMap<Long, Set<String>>> seen = new HashMap<>();

    private JudgedTraffic(Bursts kept) {
        this.kept = kept;
    }

    static List<Judged> of(MailMix mix, long seed, Bursts kept) {
        var traffic = new JudgedTraffic(kept);
        Traffic.of(mix, seed).forEach(traffic::add);
        return traffic.judged();
    }

    private void add(Sign sign) {
        var touch = touch(sign);
        // What a person and a machine do in one millisecond is one event for us, and a person's.
        touchesByLead
                .computeIfAbsent(sign.lead(), _ -> new HashMap<>())
                .merge(touch, sign.person(), Boolean::logicalOr);
        Sighting.of(touch, sign.lead()).stream().filter(this::isLookedFor).forEach(this::see);
    }

    private boolean isLookedFor(Sighting sighting) {
        return switch (sighting.circle()) {
            case DOMAIN -> kept != Bursts.NONE;
            case ACCOUNT -> kept == Bursts.DOMAINS_AND_ACCOUNTS;
        };
    }

    private void see(Sighting sighting) {
        var seconds = seen.computeIfAbsent(new Members(sighting.circle(), sighting.members()), _ -> new TreeMap<>());
        for (var finding : BurstWindow.added(seconds, sighting.second(), sighting.lead())) {
            var burst = new Burst(sighting.circle(), finding.second(), finding.level());
            burstsByLead.merge(finding.lead(), BurstMarks.NONE.with(burst), (known, _) -> known.with(burst));
        }
        seconds.computeIfAbsent(sighting.second(), _ -> new HashSet<>()).add(sighting.lead());
    }

    private List<Judged> judged() {
        var judged = new ArrayList<Judged>();
        touchesByLead.forEach((lead, touches) -> {
            var history = History.of(touches.keySet()).with(burstsByLead.getOrDefault(lead, BurstMarks.NONE));
            HumanLikelihood.evidence(history)
                    .forEach((touch, evidence) -> judged.add(new Judged(evidence, touches.getOrDefault(touch, false))));
        });
        return judged;
    }

    private static Touch touch(Sign sign) {
        var type = switch (sign.kind()) {
            case SENT -> EventType.EMAIL_SENT;
            case OPENED -> EventType.EMAIL_OPENED;
            case CLICKED -> EventType.EMAIL_CLICKED;
            case REPLIED -> EventType.REPLY_RECEIVED;
        };
        return new Touch(
                type,
                "",
                sign.atMs(),
                sign.atMs(),
                "",
                "campaign",
                sign.account(),
                "",
                new StepVariant(0, sign.step(), 1),
                type == EventType.EMAIL_SENT ? sign.gateway() : 0,
                null);
    }
}
