package io.salesbrain.classifier.features;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text, lower case and without accents; numbers, dates and addresses are masked by their kind. */
final class Tokens {
    static final int TOKEN_LIMIT = 400;
    static final int WORD_LENGTH_LIMIT = 24;
    /** Stands between sentences, so that word pairs know what begins and ends one. */
    static final String BREAK = "|";

    private final List<String> tokens = new ArrayList<>();

    private Tokens() {}

    static List<String> of(String text) {
        Tokens tokens = new Tokens();
        tokens.add(BREAK);
        int start = -1;
        for (int i = 0; i <= text.length() && tokens.hasRoom(); i++) {
            boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (blank && start >= 0) {
                tokens.addChunk(text.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
            if (i < text.length() && text.charAt(i) == '\n') {
                tokens.addBreak();
            }
        }
        tokens.addBreak();
        return tokens.tokens;
    }

    private boolean hasRoom() {
        return tokens.size() < TOKEN_LIMIT;
    }

    private void add(String token) {
        if (hasRoom()) {
            tokens.add(token);
        }
    }

    private void addBreak() {
        if (!tokens.getLast().equals(BREAK)) {
            add(BREAK);
        }
    }

    /** One stretch without blanks: its opening marks, its core, its closing marks. */
    private void addChunk(String chunk) {
        int from = 0;
        int to = chunk.length();
        while (from < to && !isCore(chunk.charAt(from))) {
            addMark(chunk.charAt(from++));
        }
        int end = to;
        while (to > from && !isCore(chunk.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            addCore(chunk.substring(from, to));
        }
        for (int i = to; i < end && hasRoom(); i++) {
            addMark(chunk.charAt(i));
        }
    }

    private static boolean isCore(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || Character.isSurrogate(c) || isSymbol(c);
    }

    private static boolean isSymbol(char c) {
        return Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private void addMark(char mark) {
        switch (mark) {
            case '?' -> {
                addOnce("<q>");
                addBreak();
            }
            case '!' -> {
                addOnce("<ex>");
                addBreak();
            }
            case '.', ':', ';', '…' -> addBreak();
            default -> {}
        }
    }

    private void addOnce(String token) {
        if (!tokens.getLast().equals(token)) {
            add(token);
        }
    }

    private void addCore(String core) {
        String lower = core.toLowerCase(Locale.ROOT);
        String mask = Masks.of(lower);
        if (!mask.isEmpty()) {
            add(mask);
            return;
        }
        int start = 0;
        for (int i = 0; i <= lower.length() && hasRoom(); i++) {
            if (i == lower.length() || isSeparator(lower.charAt(i))) {
                if (i > start) {
                    addWord(lower.substring(start, i));
                }
                if (i < lower.length()) {
                    addMark(lower.charAt(i));
                }
                start = i + 1;
            }
        }
    }

    private static boolean isSeparator(char c) {
        return !Character.isLetterOrDigit(c) && c != '\'' && c != '’' && !Character.isSurrogate(c) && !isSymbol(c);
    }

    private void addWord(String word) {
        String mask = Masks.of(word);
        String token = mask.isEmpty() ? fold(word) : mask;
        if (!token.isEmpty()) {
            add(token.length() > WORD_LENGTH_LIMIT ? token.substring(0, WORD_LENGTH_LIMIT) : token);
        }
    }

    /** ä and ae, é and e, don't and dont are the same word to a hasty writer. */
    static String fold(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            plain &= c < 0x80 && c != '\'';
        }
        if (plain) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length() + 4);
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case 'ä' -> out.append("ae");
                case 'ö' -> out.append("oe");
                case 'ü' -> out.append("ue");
                case 'ß' -> out.append("ss");
                case '\'', '’' -> {}
                default -> out.append(c);
            }
        }
        String decomposed = Normalizer.normalize(out, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> folded.append((char) c));
        return folded.toString();
    }
}
