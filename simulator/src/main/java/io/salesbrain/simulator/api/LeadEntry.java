package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One lead in one campaign as Instantly keeps it; changed by events and by requests, under the lock of its file. */
final class LeadEntry {
    static final int ACTIVE = 1;
    static final int COMPLETED = 3;
    static final int BOUNCED = -1;
    static final int UNSUBSCRIBED = -2;
    static final int SKIPPED = -3;

    /** Columns of webhooks, and what the API calls them. */
    private static final Map<String, String> COLUMNS = Map.of(
            "firstName", "first_name",
            "lastName", "last_name",
            "companyName", "company_name",
            "jobTitle", "job_title",
            "website", "website",
            "phone", "phone",
            "personalization", "personalization");

    private final UUID id;
    private final String organization;
    private final String campaign;
    private final String email;
    private final String created;
    private final ObjectNode own = JsonNodeFactory.instance.objectNode();
    private final ObjectNode payload = JsonNodeFactory.instance.objectNode();
    private int status = ACTIVE;
    private int opens;
    private int clicks;
    private int replies;
    private String updated;
    private Optional<String> lastSent = Optional.empty();
    private Optional<Integer> lastStep = Optional.empty();
    private Optional<Integer> interest = Optional.empty();

    LeadEntry(UUID id, String organization, String campaign, String email, String created) {
        this.id = id;
        this.organization = organization;
        this.campaign = campaign;
        this.email = email;
        this.created = created;
        this.updated = created;
    }

    UUID id() {
        return id;
    }

    String campaign() {
        return campaign;
    }

    String email() {
        return email;
    }

    int status() {
        return status;
    }

    void setInterest(Optional<Integer> value, String at) {
        interest = value;
        updated = at;
    }

    /** What a request says of it, by the API's names. */
    void describe(JsonNode fields, String at) {
        fields.properties().forEach(field -> {
            switch (field.getKey()) {
                case "custom_variables" ->
                    field.getValue().properties().forEach(one -> payload.set(one.getKey(), one.getValue()));
                case "lt_interest_status" ->
                    interest = Optional.of(field.getValue().intValue());
                default -> {
                    if (COLUMNS.containsValue(field.getKey())) {
                        own.set(field.getKey(), field.getValue());
                    }
                }
            }
        });
        updated = at;
    }

    void note(String type, JsonNode event) {
        updated = event.path("timestamp").asText();
        switch (type) {
            case "email_sent" -> {
                lastSent = Optional.of(updated);
                lastStep = Optional.of(event.path("step").asInt());
                COLUMNS.forEach((column, field) -> {
                    if (event.path(column).isTextual()) {
                        own.set(field, event.path(column));
                        payload.set(column, event.path(column));
                    }
                });
            }
            case "email_opened" -> opens++;
            case "link_clicked" -> clicks++;
            case "reply_received" -> {
                replies++;
                end(COMPLETED);
            }
            case "auto_reply_received" -> replies++;
            case "campaign_completed" -> end(COMPLETED);
            case "email_bounced" -> end(BOUNCED);
            case "lead_unsubscribed" -> end(UNSUBSCRIBED);
            default -> Labels.valueOf(type).ifPresent(value -> interest = Optional.of(value));
        }
    }

    private void end(int how) {
        status = status == ACTIVE || how < 0 ? how : status;
    }

    ObjectNode view() {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("timestamp_created", created)
                .put("timestamp_updated", updated)
                .put("organization", organization)
                .put("campaign", campaign)
                .put("status", status)
                .put("email", email)
                .put("email_open_count", opens)
                .put("email_reply_count", replies)
                .put("email_click_count", clicks)
                .put("company_domain", email.substring(email.indexOf('@') + 1))
                .put("verification_status", 1);
        view.setAll(own);
        interest.ifPresent(value -> view.put("lt_interest_status", value));
        ObjectNode summary = view.putObject("status_summary");
        lastSent.ifPresent(at -> {
            ObjectNode last =
                    summary.putObject("lastStep").put("from", "campaign").put("timestamp_executed", at);
            lastStep.ifPresent(step -> last.put("stepID", "0_" + (step - 1) + "_0"));
            view.put("timestamp_last_contact", at);
        });
        view.set("payload", payload.deepCopy());
        return view;
    }
}
