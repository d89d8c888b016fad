package gradflow.repl.terminal;

/** What came of one reading at the prompt. */
sealed interface Typed {

    /** An entry, ended with Enter. It may have several lines. */
    record Entry(String text) implements Typed {}

    /** Ctrl-C: the line is given up. */
    record Cancelled(boolean empty) implements Typed {}

    /** Ctrl-D on an empty line, or the terminal is gone. */
    record End() implements Typed {}
}
