package io.salesbrain.query.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class MailHtmlTest {
    private static final String HARM = "x-harm";

    static final List<String> HOSTILE = List.of(
            "<script>alert('x-harm')</script>hi",
            "<scr<script>ipt>x-harm()</scr</script>ipt>hi",
            "<img src=x onerror=x-harm()>hi",
            "<img src=\"https://track.example/x-harm.gif\" width=1 height=1>hi",
            "<div style=\"background:url(https://track.example/x-harm)\">hi</div>",
            "<p style=\"width:expression(x-harm())\">hi</p>",
            "<style>@import url(https://a.example/x-harm)</style>hi",
            "<a href=\"javascript:x-harm()\">hi</a>",
            "<a href=\" java\nscript:x-harm()\">hi</a>",
            "<a href=\"&#106;avascript:x-harm()\">hi</a>",
            "<a href=\"data:text/html;base64,x-harm\">hi</a>",
            "<a href=\"vbscript:x-harm()\">hi</a>",
            "<a href=\"http://a.example/x-harm\">hi</a>",
            "<a href=\"//a.example/x-harm\">hi</a>",
            "<a href=\"x-harm/relative\">hi</a>",
            "<a href=\"https://a.example\" onclick=\"x-harm()\" onmouseover=x-harm()>hi</a>",
            "<svg onload=x-harm()><a xlink:href=\"javascript:x-harm()\"><text>hi</text></a></svg>hi",
            "<svg><script>x-harm()</script></svg>hi",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x-harm()&gt;\">hi",
            "<form action=\"https://a.example/x-harm\"><input name=x-harm><button>hi</button></form>",
            "<iframe src=\"https://a.example/x-harm\"></iframe>hi",
            "<object data=\"x-harm.swf\"><embed src=\"x-harm\"></object>hi",
            "<meta http-equiv=\"refresh\" content=\"0;url=https://a.example/x-harm\">hi",
            "<base href=\"https://a.example/x-harm/\">hi",
            "<link rel=stylesheet href=\"https://a.example/x-harm.css\">hi",
            "<noscript><p title=\"</noscript><img src=x onerror=x-harm()>\"></noscript>hi",
            "<template><img src=x onerror=x-harm()></template>hi",
            "<select><style><img src=x onerror=x-harm()></style></select>hi",
            "<textarea><img src=x onerror=x-harm()></textarea>hi",
            "<title><img src=x onerror=x-harm()></title>hi",
            "<xmp><img src=x onerror=x-harm()></xmp>hi",
            "<!--[if mso]><img src=x onerror=x-harm()><![endif]-->hi",
            "<!--><img src=x onerror=x-harm()>-->hi",
            "<p id=\"x-harm\" class=\"x-harm\" name=\"x-harm\">hi</p>",
            "<video><source onerror=\"x-harm()\"></video>hi",
            "<details open ontoggle=x-harm()>hi</details>",
            "<body background=\"https://a.example/x-harm\" onload=x-harm()>hi",
            "<table background=\"https://a.example/x-harm\"><tr><td>hi</td></tr></table>");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void nothingThatRunsLoadsOrPretendsIsLeft(String hostile) {
        var clean = MailHtml.clean(hostile);
        assertThat(clean).contains("hi");
        var again = Jsoup.parseBodyFragment(clean);
        // What is left of it is text at most, also when a browser reads it once more.
        assertThat(again.body().getAllElements()).allSatisfy(element -> {
            assertThat(element.normalName())
                    .isNotIn(
                            "script",
                            "style",
                            "svg",
                            "math",
                            "img",
                            "form",
                            "input",
                            "iframe",
                            "object",
                            "embed",
                            "meta",
                            "base",
                            "link",
                            "template",
                            "video",
                            "source",
                            "details");
            assertThat(element.attributes()).allSatisfy(attribute -> {
                assertThat(attribute.getKey()).isIn("href", "rel", "target", "colspan", "rowspan");
                assertThat(attribute.getValue().toLowerCase(Locale.ROOT)).doesNotContain(HARM);
            });
        });
        assertThat(MailHtml.clean(clean)).isEqualTo(clean);
    }

    @Test
    void whatMailsAreMadeOfStays() {
        assertThat(MailHtml.clean(
                        "<html><body><p>Gern, <b>Dienstag</b>?<br><a href='https://x.example/a?b=1'>Kalender</a></p>"
                                + "<blockquote>alt</blockquote><a href='mailto:a@b.example'>Mail</a></body></html>"))
                .isEqualTo(
                        "<p>Gern, <b>Dienstag</b>?<br>"
                                + "<a href=\"https://x.example/a?b=1\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">Kalender</a></p>"
                                + "<blockquote>alt</blockquote>"
                                + "<a href=\"mailto:a@b.example\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">Mail</a>");
        assertThat(MailHtml.clean("")).isEmpty();
        assertThat(MailHtml.clean("<p> </p><img src=x>")).isEmpty();
    }

    @Test
    void absurdNestingIsCutAndCostsLittle() {
        Assertions.assertThatCode(() -> {
                    var deep = "hello " + "<div>".repeat(30_000) + "x";
                    assertThat(MailHtml.clean(deep)).startsWith("hello").hasSizeLessThan(5_000);
                })
                .doesNotThrowAnyException();
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> MailHtml.clean("<b>".repeat(60_000) + "x"));
    }
}
