package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When a lead wrote back, per campaign: who answers has read. Automatic replies do not tell. */
record Answers(Map<String, List<Long>> atMsByCampaign) {
    private static final long SOON_MS = Duration.ofDays(1).toMillis();

    static Answers in(Correspondence mail) {
        Map<String, List<Long>> answers = new HashMap<>();
        for (var placed : mail.placed()) {
            var touch = placed.touch();
            var judgement = touch.judgement();
            boolean automatic = judgement != null && judgement.opinion() == ReplyCategory.OUT_OF_OFFICE;
            if (touch.type() == EventType.REPLY_RECEIVED && !automatic) {
                answers.computeIfAbsent(touch.campaignId(), _ -> new ArrayList<>())
                        .add(touch.atMs());
            }
        }
        return new Answers(answers);
    }

    boolean soonAfter(Touch touch) {
        return of(touch).stream().anyMatch(atMs -> atMs >= touch.atMs() && atMs - touch.atMs() <= SOON_MS);
    }

    boolean before(Touch touch) {
        return of(touch).stream().anyMatch(atMs -> atMs < touch.atMs());
    }

    private List<Long> of(Touch touch) {
        return atMsByCampaign.getOrDefault(touch.campaignId(), List.of());
    }
}
