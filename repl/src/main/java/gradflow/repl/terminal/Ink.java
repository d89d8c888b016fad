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
     * Decides by what the person says with the program ({@code GRADFLOW_COLOR}), then as https://no-color.org and
     * https://force-color.org say, then by the terminal.
     *
     * @param terminalType as in {@code TERM}
     */
    static Ink of(String terminalType, Environment environment) {
        if (environment.says("GRADFLOW_PLAIN")) {
            return new Ink(false);
        }
        return new Ink(
                switch (environment.value("GRADFLOW_COLOR").orElse("auto")) {
                    case "always" -> true;
                    case "never" -> false;
                    default ->
                        !environment.says("NO_COLOR")
                                && (environment.says("FORCE_COLOR") || !terminalType.startsWith("dumb"));
                });
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
