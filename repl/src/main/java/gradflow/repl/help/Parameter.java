package gradflow.repl.help;

/**
 * What a word takes.
 *
 * @param type as Java writes it, with a simple name
 * @param name as the source has it
 * @param text what it is, or empty
 */
public record Parameter(String type, String name, String text) {

    /** {@return as in a signature: {@code int n}} */
    @Override
    public String toString() {
        return type + " " + name;
    }
}
