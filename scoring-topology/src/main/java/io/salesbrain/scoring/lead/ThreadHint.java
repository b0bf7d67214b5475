package io.salesbrain.scoring.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.salesbrain.events.Event;
import io.salesbrain.events.Json;
import io.salesbrain.events.PayloadField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a delivery says of the conversation that a reply belongs to.
 *
 * @param threadId Instantly's own, from {@code unibox_url}; empty where not told, as in webhooks before late 2025
 * @param subjectHash of the subject without what replying and forwarding put before it; 0 where there is none
 */
public record ThreadHint(String threadId, long subjectHash) {
    public static final ThreadHint NONE = new ThreadHint("", 0);

    private static final int LONGEST_ID = 128;
    private static final Pattern IN_ADDRESS = Pattern.compile("(?:^|[?&])thread_search=thread(?::|%3[aA])([^&#]+)");
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:\\s*(?:re|aw|antw|antwort|fw|fwd|wg|sv|rif|r)(?:\\s*\\[\\d+])?\\s*:)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    public static ThreadHint of(Event event) {
        var reply = event.reply();
        if (reply == null) {
            return NONE;
        }
        return new ThreadHint(threadId(event.raw()), hash(topic(reply.subject())));
    }

    /** What the subject is about, in a form in which equal subjects are equal. */
    static String topic(String subject) {
        var plain = Normalizer.normalize(subject, Normalizer.Form.NFKC);
        var rest = PREFIXES.matcher(plain).replaceFirst("");
        return BLANKS.matcher(rest).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static String threadId(String raw) {
        if (!raw.contains("thread_search")) {
            return "";
        }
        try {
            var address = Json.MAPPER.readTree(raw).get(PayloadField.UNIBOX_URL.label());
            return address != null && address.isTextual() ? inAddress(address.textValue()) : "";
        } catch (JsonProcessingException e) {
            // What the receiver took is JSON; what a log of before holds need not be, and then names no thread.
            return "";
        }
    }

    /** No id of anybody's is longer than the limit; one that is says nothing rather than something else. */
    private static String inAddress(String address) {
        var found = IN_ADDRESS.matcher(address);
        return found.find() && found.group(1).length() <= LONGEST_ID ? found.group(1) : "";
    }

    private static long hash(String topic) {
        if (topic.isEmpty()) {
            return 0;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(topic.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
