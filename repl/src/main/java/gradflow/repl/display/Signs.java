package gradflow.repl.display;

/**
 * The signs that are not ASCII.
 *
 * @param more stands for values left out in a row
 * @param down stands for rows left out
 * @param times stands between the sizes of a matrix
 */
record Signs(String more, String down, String times) {
    static Signs of(boolean ascii) {
        return ascii ? new Signs("...", ":", "x") : new Signs("…", "⋮", "×");
    }
}
