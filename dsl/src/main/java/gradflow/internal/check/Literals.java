package gradflow.internal.check;

/** Texts as Java's string literals. */
public final class Literals {
    private Literals() {}

    /** {@return the text as a string literal} */
    public static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** {@return the text as a string literal has it between its quotes} */
    public static String escaped(String text) {
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int simple = "\"\\\n\t\r".indexOf(c);
            if (simple >= 0) {
                literal.append('\\').append("\"\\ntr".charAt(simple));
            } else if (c < ' ' || !isShown(c)) {
                literal.append("\\u%04x".formatted((int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.toString();
    }

    /** What would break a line, steer a terminal or turn the direction of reading is written as its code. */
    private static boolean isShown(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
