package io.salesbrain.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    private static final String OWN = "Kein Bedarf, danke.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Nov 3, 2026 at 10:12 AM Jo Doe <jo@sales.example> wrote:\n> Hi, buy this",
                "On Mon, Nov 3, 2026 at 10:12 AM Jo Doe\n<jo@sales.example> wrote:\n\nHi, buy this",
                "Am 03.11.2026 um 10:12 schrieb Jo Doe:\n> Hallo, kaufen Sie das",
                "Am Mo., 3. Nov. 2026 um 10:12 Uhr schrieb Jo Doe <\njo@sales.example>:\n\nHallo",
                "Jo Doe <jo@sales.example> schrieb am Mo., 3. Nov. 2026, 10:12:\nHallo",
                "-----Original Message-----\nFrom: Jo Doe\nSent: Monday\nTo: Pat\nSubject: Hi\n\nbuy this",
                "-----Ursprüngliche Nachricht-----\nVon: Jo Doe\nGesendet: Montag\n\nkaufen Sie",
                "________________________________\nVon: Jo Doe <jo@sales.example>\nGesendet: Montag\nAn: Pat\nBetreff: Hi\n\nHallo",
                "Von: Jo Doe <jo@sales.example>\nGesendet: Montag, 3. November 2026 10:12\nAn: Pat\nBetreff: Frage\n\nHallo",
                "*From:* Jo Doe <jo@sales.example>\n*Sent:* Monday\n*To:* Pat\n*Subject:* Hi\n\nHello",
                "> Hallo, kaufen Sie das\n> Viele Grüße"
            })
    void cutsTheQuotedMail(String quote) {
        assertThat(VisibleText.ofBody(OWN + "\n\n" + quote)).isEqualTo(OWN);
    }

    @Test
    void readsBelowTheQuoteWhereNothingStandsAbove() {
        assertThat(VisibleText.ofBody("On Mon, Jo <jo@sales.example> wrote:\n> Hi\n> buy this\n\nNo thanks."))
                .isEqualTo("No thanks.");
        assertThat(VisibleText.ofBody(
                        "---------- Forwarded message ---------\nFrom: Pat <pat@firm.example>\nDate: Monday\n"
                                + "Subject: Away\nTo: Jo\n\nI am on leave."))
                .isEqualTo("I am on leave.");
    }

    @Test
    void aQuoteAloneIsNothing() {
        assertThat(VisibleText.ofBody("On Mon, Jo <jo@sales.example> wrote:\n> Hi\n> buy this"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mit freundlichen Grüßen\nPat Muster\nEinkauf\nTel. +49 30 123456",
                "Best regards,\nPat\nPurchasing",
                "--\nPat Muster\nEinkauf",
                "LG\nPat",
                "Thanks,\nPat",
                "Von meinem iPhone gesendet",
                "Sent from my Android phone",
                "Get Outlook for iOS",
                "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der\nrichtige Adressat sind, löschen Sie sie.",
                "This e-mail and any attachments are confidential."
            })
    void cutsWhatHangsBelow(String trailer) {
        assertThat(VisibleText.ofBody(OWN + "\n\n" + trailer)).isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXTERN] ",
                "[EXTERNAL]\n",
                "CAUTION: This email originated from outside the organization.\nDo not click links.\n\n",
                "ACHTUNG: Diese E-Mail kommt von außen.\n",
                "Sie erhalten nicht oft E-Mails von jo@sales.example. Erfahren Sie, warum dies wichtig ist\n"
            })
    void dropsBanners(String banner) {
        assertThat(VisibleText.ofBody(banner + OWN)).isEqualTo(OWN);
    }

    @Test
    void keepsThePostscript() {
        assertThat(VisibleText.ofBody("Danke.\n\nViele Grüße\nPat\n\nPS: Bitte nicht mehr schreiben."))
                .isEqualTo("Danke.\n\nPS: Bitte nicht mehr schreiben.");
    }

    @Test
    void readsHtmlWithoutQuoteAndHiddenParts() {
        String html = "<html><head><style>p{}</style></head><body><div>Kein Bedarf,<br>leider.</div>"
                + "<div style=\"display:none\">unsubscribe</div>"
                + "<div class=\"gmail_quote\">On Monday Jo wrote:<blockquote>buy</blockquote></div></body></html>";
        assertThat(VisibleText.of("", "", html)).isEqualTo("Kein Bedarf,\nleider.");
        assertThat(VisibleText.ofBody(html)).isEqualTo("Kein Bedarf,\nleider.");
        assertThat(VisibleText.of("", " ", "<p>Ja</p><div id=\"appendonsend\"></div><div>From: Jo</div><p>buy</p>"))
                .isEqualTo("Ja");
    }

    @Test
    void undoesBrokenEncodings() {
        assertThat(VisibleText.ofBody("F\u00c3\u00bcr uns leider nicht")).isEqualTo("Für uns leider nicht");
        assertThat(VisibleText.ofBody("Gr\u00c3\u00bc\u00c3\u0178e aus K\u00f6ln"))
                .isEqualTo("Grüße aus Köln");
        assertThat(VisibleText.ofBody("F=C3=BCr uns lei=\nder nicht")).isEqualTo("Für uns leider nicht");
        assertThat(VisibleText.ofBody("F=FCr uns")).isEqualTo("Für uns");
        assertThat(VisibleText.ofBody("a=20b, 1=1, x=AB")).startsWith("a=20b, 1=1");
        assertThat(VisibleText.ofBody("ﬁne\u200b\u00a0with\u00ad me\u0000")).isEqualTo("fine with me");
    }

    @Test
    void theSubjectSpeaksOnlyForAnEmptyBody() {
        assertThat(VisibleText.of("AW: Re: kein Interesse", "", "")).isEqualTo("kein Interesse");
        assertThat(VisibleText.of("Re: hello", "Ja.", "")).isEqualTo("Ja.");
    }
}
