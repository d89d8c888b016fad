package gradflow.repl.terminal;

/**
 * The few colours of the prompt, or none: plain text must say all that colour says.
 *
 * @param coloured whether the terminal is sent escapes
 */
record Ink(boolean coloured) {
    private static final String RED = "\033[31m";
    private static final String DIM = "\033[2m";
    private static final String PLAIN = "\033[0m";

    /**
     * Decides as https://no-color.org says.
     *
     * @param terminalType as in {@code TERM}
     */
    static Ink of(String terminalType, Environment environment) {
        return new Ink(!terminalType.startsWith("dumb") && !environment.says("NO_COLOR"));
    }

    /** {@return an error's words} */
    String error(String text) {
        return in(RED, text);
    }

    /** {@return words beside the matter} */
    String aside(String text) {
        return in(DIM, text);
    }

    private String in(String colour, String text) {
        return coloured && !text.isEmpty() ? colour + text + PLAIN : text;
    }
}
