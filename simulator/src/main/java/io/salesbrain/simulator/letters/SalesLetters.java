package io.salesbrain.simulator.letters;

import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Language;
import io.salesbrain.simulator.world.Lead;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Theme;
import io.salesbrain.simulator.world.Variant;
import java.util.HashMap;
import java.util.Map;

/** Writes the mails of a campaign: the variant's text with the lead's and the sender's names in it. */
public final class SalesLetters {
    private SalesLetters() {}

    public static String subject(Campaign campaign, Mailbox mailbox, Lead lead, Variant variant) {
        return Placeholders.fill(variant.subject(), values(campaign, mailbox, lead));
    }

    public static String text(Campaign campaign, Mailbox mailbox, Lead lead, Variant variant) {
        return Placeholders.fill(variant.body(), values(campaign, mailbox, lead)) + "\n\n"
                + footer(campaign.language());
    }

    public static String html(Campaign campaign, Mailbox mailbox, Lead lead, Variant variant) {
        return Html.paragraphs(text(campaign, mailbox, lead, variant));
    }

    public static String personalization(Campaign campaign, Lead lead) {
        return switch (campaign.language()) {
            case ENGLISH ->
                "Saw that " + lead.company().name() + " is growing in "
                        + lead.company().city() + ".";
            case GERMAN ->
                "Gesehen, dass " + lead.company().name() + " in "
                        + lead.company().city() + " wächst.";
        };
    }

    private static String footer(Language language) {
        return switch (language) {
            case ENGLISH -> "If you would rather not hear from me, a short reply is enough.";
            case GERMAN -> "Wenn Sie nichts mehr von mir hören möchten, genügt eine kurze Antwort.";
        };
    }

    private static Map<String, String> values(Campaign campaign, Mailbox mailbox, Lead lead) {
        Theme theme = campaign.theme();
        String domain = mailbox.email().substring(mailbox.email().indexOf('@') + 1);
        Map<String, String> values = new HashMap<>();
        values.put("me", lead.firstName());
        values.put("lead", Salutation.title(campaign.language(), lead.woman()) + " " + lead.lastName());
        values.put("company", lead.company().name());
        values.put("industry", lead.company().industry());
        values.put("city", lead.company().city());
        values.put("sender", mailbox.firstName());
        values.put("senderLast", mailbox.lastName());
        values.put("topic", theme.topic());
        values.put("pain", theme.pain());
        values.put("product", theme.product());
        values.put("proof", theme.proof());
        values.put("link", "https://go." + domain + "/s/" + campaign.number() + "a");
        values.put("link2", "https://go." + domain + "/s/" + campaign.number() + "b");
        return values;
    }
}
