package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Work that Instantly does later. {@code status} as it says: pending, in-progress, success, failed … */
public record BackgroundJob(String id, String type, String status, int progress) {
    static BackgroundJob of(JsonNode json) {
        var fields = new Fields(json);
        return new BackgroundJob(
                fields.text("id"),
                fields.text("type"),
                fields.text("status"),
                fields.number("progress").orElse(0));
    }

    public boolean isOver() {
        return status.equals("success") || status.equals("failed") || status.equals("cancelled");
    }
}
