package gradflow.repl.terminal;

/** The first three lines: what this is, something to type, and the way out. */
final class Banner {
    private static final int WIDE = 80;
    private static final String SUBJECT = "how gradients vanish and explode in recurrent networks";
    private static final String SHORT_SUBJECT = "gradients of recurrent nets";
    private static final String EXAMPLE = "rnn().hidden(4).whh(identity(0.5)).tanh().unroll(20).gradNorms()";
    private static final String SHORT_EXAMPLE = "rnn().unroll(20).gradNorms()";

    private Banner() {}

    static void show(Screen screen) {
        boolean wide = screen.width() >= WIDE;
        screen.show("gradflow: " + (wide ? SUBJECT : SHORT_SUBJECT));
        screen.show("try   " + (wide ? EXAMPLE : SHORT_EXAMPLE));
        screen.aside("/help tells more, Ctrl-D leaves");
    }
}
