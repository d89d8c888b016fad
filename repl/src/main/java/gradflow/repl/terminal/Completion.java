package gradflow.repl.terminal;

/**
 * A way to go on.
 *
 * @param text what stands in place of the word at the cursor
 * @param shown as the list shows it
 * @param group what it belongs to, or empty
 * @param meaning what it is, in a line, or empty
 */
record Completion(String text, String shown, String group, String meaning) {
    static Completion of(String text) {
        return new Completion(text, text, "", "");
    }
}
