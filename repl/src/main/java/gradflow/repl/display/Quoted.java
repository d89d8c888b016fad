package gradflow.repl.display;

/** Texts as Java writes them, so that "1" isn't taken for 1, and one sees where a text begins and ends. */
final class Quoted {
    private Quoted() {}

    static String of(String text) {
        return quoted(text, '"');
    }

    static String of(char sign) {
        return quoted(Character.toString(sign), '\'');
    }

    private static String quoted(String text, char quote) {
        StringBuilder quoted = new StringBuilder().append(quote);
        text.chars().forEach(c -> quoted.append(sign((char) c, quote)));
        return quoted.append(quote).toString();
    }

    private static String sign(char c, char quote) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            default -> c == quote ? "\\" + c : Character.isISOControl(c) ? String.format("\\%03o", (int) c) : "" + c;
        };
    }
}
