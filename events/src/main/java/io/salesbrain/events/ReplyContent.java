package io.salesbrain.events;

/** The parts of a reply as delivered; empty where absent. {@code text} often holds the whole quoted thread. */
public record ReplyContent(String subject, String text, String html, String snippet) {}
