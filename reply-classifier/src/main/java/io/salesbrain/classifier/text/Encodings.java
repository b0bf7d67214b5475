package io.salesbrain.classifier.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Undoes what bad mail programs do to text: leftover quoted-printable, UTF-8 read as windows-1252, unseen characters. */
final class Encodings {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Encodings() {}

    /** Decodes runs of =XX that cannot be meant as text: bytes above ASCII, =3D, and a blank at the end of a line. */
    static String unescapeQuotedPrintable(String text) {
        if (text.indexOf('=') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean decoded = false;
        int i = 0;
        while (i < text.length()) {
            int end = escapedRunEnd(text, i);
            if (end > i && isMeantAsEscape(text, i, end)) {
                out.append(decode(text, i, end));
                decoded = true;
                i = end;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return decoded ? joinSoftBreaks(out.toString()) : text;
    }

    private static int escapedRunEnd(String text, int from) {
        int end = from;
        while (end + 2 < text.length()
                && text.charAt(end) == '='
                && hex(text.charAt(end + 1)) >= 0
                && hex(text.charAt(end + 2)) >= 0) {
            end += 3;
        }
        return end;
    }

    private static boolean isMeantAsEscape(String text, int from, int end) {
        int first = byteAt(text, from);
        boolean endsLine = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
        return first >= 0x80 || first == '=' || (first == ' ' && endsLine);
    }

    private static String decode(String text, int from, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < end; i += 3) {
            bytes.write(byteAt(text, i));
        }
        byte[] raw = bytes.toByteArray();
        return strictUtf8(raw).orElseGet(() -> new String(raw, WINDOWS_1252));
    }

    private static int byteAt(String text, int equalsSign) {
        return hex(text.charAt(equalsSign + 1)) * 16 + hex(text.charAt(equalsSign + 2));
    }

    /** Upper case only, as the standard asks of writers; lower case is more often a link than an escape. */
    private static int hex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    private static String joinSoftBreaks(String text) {
        return text.replace("=\r\n", "").replace("=\n", "");
    }

    /** Stretch by stretch, because a thread mixes mails of several programs. */
    static String repairMojibake(String text) {
        if (text.chars().noneMatch(Encodings::startsMojibake)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.charAt(end) >= 0x80) {
                end++;
            }
            if (end > i) {
                out.append(repaired(text.substring(i, end)));
                i = end;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    private static String repaired(String stretch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(stretch.length());
        for (int i = 0; i < stretch.length(); i++) {
            char c = stretch.charAt(i);
            if (c < 0x100) {
                bytes.write(c);
                continue;
            }
            byte[] encoded = String.valueOf(c).getBytes(WINDOWS_1252);
            if (encoded.length != 1 || encoded[0] == '?') {
                return stretch;
            }
            bytes.write(encoded[0]);
        }
        return strictUtf8(bytes.toByteArray()).orElse(stretch);
    }

    private static boolean startsMojibake(int c) {
        return c >= 0xC2 && c <= 0xF4;
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Controls become blanks; format characters vanish; a surrogate without its partner becomes a blank. */
    static String dropInvisible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.FORMAT -> {}
                case Character.CONTROL -> out.append(c == '\n' || c == '\r' ? (char) c : ' ');
                case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> out.append(' ');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
