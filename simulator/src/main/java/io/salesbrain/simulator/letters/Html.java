package io.salesbrain.simulator.letters;

/** The plain HTML mail programs make of typed text. */
final class Html {
    private Html() {}

    static String paragraphs(String text) {
        return "<div>" + escape(text).replace("\n", "<br />") + "</div>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
