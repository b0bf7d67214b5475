package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/** A campaign to be made; Instantly makes it as a draft. */
public record CampaignDraft(
        String name, Schedule schedule, List<Step> steps, List<String> accounts, OptionalInt dailyLimit) {

    /**
     * When it may send.
     *
     * @param from and {@code to} as HH:MM
     * @param days 0 is Sunday
     * @param timezone one of those Instantly knows
     */
    public record Schedule(String from, String to, List<Integer> days, String timezone) {
        private static final int DAYS_OF_WEEK = 7;

        JsonNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ObjectNode one = json.putArray("schedules").addObject().put("name", "Schedule");
            one.putObject("timing").put("from", from).put("to", to);
            ObjectNode week = one.putObject("days");
            for (int day = 0; day < DAYS_OF_WEEK; day++) {
                week.put(Integer.toString(day), days.contains(day));
            }
            one.put("timezone", timezone);
            return json;
        }
    }

    /** @param waitDays until the next step */
    public record Step(int waitDays, List<Variant> variants) {}

    /** One wording of a step. */
    public record Variant(String subject, String body) {}

    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
        json.set("campaign_schedule", schedule.json());
        var list = json.putArray("sequences").addObject().putArray("steps");
        for (var step : steps) {
            var one = list.addObject().put("type", "email").put("delay", step.waitDays());
            var variants = one.putArray("variants");
            step.variants()
                    .forEach(variant -> variants.addObject()
                            .put("subject", variant.subject())
                            .put("body", variant.body()));
        }
        var emails = json.putArray("email_list");
        accounts.forEach(emails::add);
        dailyLimit.ifPresent(limit -> json.put("daily_limit", limit));
        return json;
    }
}
