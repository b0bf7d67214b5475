package io.salesbrain.classifier.text;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The language of a reply as far as the product cares: English, German, something else, or too little to tell. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    OTHER("other"),
    UNDETERMINED("und");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int WORD_LIMIT = 200;
    /** Below this much evidence (about two function words of its own) a foreign language is not claimed. */
    private static final double FOREIGN_EVIDENCE = 1.6;

    private static final double LETTER_WEIGHT = 0.5;

    /** Function words and the commonest words of short mails, written without accents lost. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry(
                    "en",
                    "the a an and or but not no yes is are was were be been am i im you your yours we our us he she they"
                            + " them their it its this that these those of to for from with without at by on in out up about as if"
                            + " so do does did dont have has had can could will would should may might please thanks thank what"
                            + " when where who why how which there here just now me my any some more all interested interest"
                            + " call email mail back office send let know get stop remove unsubscribe sounds good great sure"
                            + " meeting tomorrow today next week hi hello dear regards ill ive id cant wont isnt only after"),
            entry(
                    "de",
                    "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ja"
                            + " nein ist sind war waren bin bist sein ich du er sie wir ihr uns mich mir dich dir euch ihnen ihn ihm"
                            + " mein meine dein unser unsere unseren ihre ihren ihrem es zu zum zur von vom mit ohne bei auf in im"
                            + " an am aus nach über unter für um als wenn dass weil so auch noch nur schon sehr mehr hier da dann"
                            + " bitte danke vielen dank was wann wo wer warum wie welche haben hat habe hatte kann können könnte"
                            + " werden wird würde wurde soll sollte müssen muss möchte will gerne gern leider bis ab wieder heute"
                            + " morgen woche montag dienstag mittwoch donnerstag freitag termin angebot interesse bedarf büro"
                            + " urlaub abwesend guten tag hallo herr frau grüße klingt gut passt lass lasst nix mal halt doch"
                            + " keinerlei jetzt gibt geht machen schicken melden ruf anrufen ned net nid isch ihrer dieser diese"
                            + " dieses moin servus sowie wären wäre vom beim fuer ueber koennen moechte wuerde kontakt"),
            entry(
                    "nl",
                    "de het een en of maar niet geen ja nee ik jij je u uw wij we ons onze zijn is ben bent was waren"
                            + " hebben heb heeft kan kunnen zou willen wil met zonder voor van naar bij op aan uit dat dit deze die"
                            + " wat wanneer waar wie waarom hoe graag bedankt dank alstublieft nog ook maar er hier geïnteresseerd"
                            + " afwezig kantoor vriendelijke groet interesse ander niets meer sturen stuur terug maandag"),
            entry(
                    "fr",
                    "le la les un une des du de et ou mais pas non oui est sont suis êtes être je tu il elle nous vous"
                            + " ils mon ma mes votre vos notre nos ce cette ces que qui quoi quand où pourquoi comment avec sans"
                            + " pour par sur dans au aux en ne plus merci bonjour cordialement intéressé intéresse intéressés besoin"
                            + " retour bureau absent jusqu avez avons ai pouvez pourriez veuillez j m s c d l n qu mail y très bien"),
            entry(
                    "es",
                    "el la los las un una unos de del y o pero no sí es son soy eres estoy está estamos ser yo tú usted"
                            + " nosotros mi su sus nuestro nuestra que qué cuándo dónde quién por para con sin sobre en a al lo se"
                            + " me le les ya más gracias hola saludos interesa interesado interesados favor correo oficina fuera"
                            + " vuelvo hasta tenemos tengo puede podría buenos días este esta ahora muy bien cuando"),
            entry(
                    "it",
                    "il lo la gli le un una di del della e o ma non no sì è sono siamo essere io tu lei noi voi mio suo"
                            + " nostro che chi cosa quando dove perché come con senza per da dal su in a al alla grazie buongiorno"
                            + " saluti interessa interessati interessato ufficio ritorno fino abbiamo ho può vorrei più molto cordiali"),
            entry(
                    "pt",
                    "o os as um uma de do da dos das e ou mas não sim é são sou estou está eu você nós meu seu nosso"
                            + " que quem quando onde por para com sem sobre em no na ao obrigado obrigada olá interesse fora"
                            + " escritório até temos tenho pode mais muito este esta agora cumprimentos"),
            entry(
                    "pl",
                    "i nie tak jest są jestem w z na do od dla po przez o ale to ten ta te się dziękuję dzień dobry"
                            + " proszę pozdrawiam zainteresowany biuro oraz który co jak kiedy gdzie już mnie nas pan pani"),
            entry(
                    "sv",
                    "och eller men inte nej ja är var jag du vi ni han hon det den ett en som för med utan på av till"
                            + " från om att har hade kan skulle vill tack hej hälsningar intresserade kontoret tillbaka mvh inga"),
            entry(
                    "da",
                    "og eller men ikke nej ja er var jeg du vi hun det den et en som for med uden på af til fra om at"
                            + " har havde kan skulle vil tak hej hilsen interesseret kontoret tilbage mvh ingen"),
            entry(
                    "cs",
                    "a i ne ano je jsou jsem v z na do od pro po přes o ale to ten ta se děkuji dobrý den prosím"
                            + " pozdravem zájem který co jak kdy kde už mě nás nemáme jsme"),
            entry(
                    "tr",
                    "ve veya ama değil hayır evet bir bu şu için ile ben sen biz siz teşekkürler merhaba lütfen iyi"
                            + " ofis kadar var yok çok daha olarak ilgilenmiyoruz ilgileniyoruz"));

    private static final Map<String, String> LETTERS = Map.of(
            "de",
            "äöüß",
            "fr",
            "éèêàçùûîôœë",
            "es",
            "ñ¿¡áíóú",
            "pt",
            "ãõçáéêó",
            "it",
            "àèìòù",
            "pl",
            "ąćęłńóśźż",
            "sv",
            "åäö",
            "da",
            "åæø",
            "cs",
            "ěščřžýů",
            "tr",
            "ğışçöü");

    private static final List<String> CODES = WORDS.keySet().stream().sorted().toList();
    /** Each word's weight per language; a word of k languages counts 1/k in each. */
    private static final Map<String, double[]> WEIGHTS = weights();

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code shown outside: en, de, other, und. */
    public String code() {
        return code;
    }

    /** True where the model has learnt to read. */
    public boolean isRead() {
        return this != OTHER;
    }

    /** The language that most of the text's function words and letters belong to. */
    public static Language of(String text) {
        if (mostlyForeignScript(text)) {
            return OTHER;
        }
        double[] score = new double[CODES.size()];
        String lower = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
        NOT_LETTERS.splitAsStream(lower).limit(WORD_LIMIT).forEach(word -> addWord(score, word));
        addLetters(score, lower);
        double english = score[CODES.indexOf("en")];
        double german = score[CODES.indexOf("de")];
        double foreign = 0;
        for (int i = 0; i < score.length; i++) {
            if (!CODES.get(i).equals("en") && !CODES.get(i).equals("de")) {
                foreign = Math.max(foreign, score[i]);
            }
        }
        double own = Math.max(english, german);
        if (foreign >= FOREIGN_EVIDENCE && foreign > 1.3 * own) {
            return OTHER;
        }
        if (own == 0 || english == german) {
            return UNDETERMINED;
        }
        return english > german ? ENGLISH : GERMAN;
    }

    private static void addWord(double[] score, String word) {
        double[] weights = WEIGHTS.get(word);
        if (weights == null) {
            return;
        }
        for (int i = 0; i < score.length; i++) {
            score[i] += weights[i];
        }
    }

    private static void addLetters(double[] score, String lower) {
        String marked = lower.codePoints()
                .filter(c -> c >= 0x80 && c < 0x10000)
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (int i = 0; i < score.length && !marked.isEmpty(); i++) {
            String letters = LETTERS.getOrDefault(CODES.get(i), "");
            long hits =
                    marked.chars().filter(c -> letters.indexOf(c) >= 0).limit(6).count();
            score[i] += LETTER_WEIGHT * hits;
        }
    }

    private static boolean mostlyForeignScript(String text) {
        int letters = 0;
        int latin = 0;
        int seen = Math.min(text.length(), 2_000);
        for (int i = 0; i < seen; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
                    latin++;
                }
            }
        }
        return letters >= 3 && latin * 2 < letters;
    }

    private static Map<String, double[]> weights() {
        Map<String, double[]> weights = new HashMap<>();
        for (int i = 0; i < CODES.size(); i++) {
            for (String word : Arrays.stream(
                            WORDS.getOrDefault(CODES.get(i), "").split(" "))
                    .distinct()
                    .toList()) {
                weights.computeIfAbsent(word, _ -> new double[CODES.size()])[i] = 1;
            }
        }
        for (double[] perLanguage : weights.values()) {
            double languages = Arrays.stream(perLanguage).sum();
            for (int i = 0; i < perLanguage.length; i++) {
                perLanguage[i] /= languages;
            }
        }
        return weights;
    }
}
