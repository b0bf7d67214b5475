package io.salesbrain.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Please send me the price list.          | en
            not interested                          | en
            Yes!                                    | en
            Bitte schicken Sie mir die Preisliste.  | de
            kein interesse                          | de
            Koennen wir naechste Woche sprechen     | de
            Merci, aber wir haben keinen Bedarf     | de
            Non merci, nous ne sommes pas intéressés | other
            No gracias, no me interesa por ahora    | other
            Nee bedankt, wij hebben geen interesse  | other
            Grazie, ma non siamo interessati        | other
            Nie, dziękuję, nie jestem zainteresowany | other
            Спасибо, нам это не интересно           | other
            谢谢，我们不需要这个                        | other
            ok                                      | und
            12345                                   | und
            """)
    void tellsTheLanguage(String text, String code) {
        assertThat(Language.of(text).code()).isEqualTo(code);
    }
}
