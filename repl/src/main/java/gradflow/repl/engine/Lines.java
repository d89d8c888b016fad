package gradflow.repl.engine;

/** Counts lines. */
final class Lines {
    private Lines() {}

    /** {@return how many line feeds there are in {@code text} from {@code from} to before {@code to}} */
    static int count(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
