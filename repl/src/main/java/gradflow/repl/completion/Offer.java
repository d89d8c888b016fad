package gradflow.repl.completion;

/**
 * A way to go on.
 *
 * @param owner the simple name of the type that it is asked of; that of the first words if of nothing
 * @param text what would be typed: a name, with an opening bracket if it takes anything, with both if it is called
 */
public record Offer(String owner, String text) {
    /** {@return the name alone} */
    public static String withoutBrackets(String text) {
        int bracket = text.indexOf('(');
        return bracket < 0 ? text : text.substring(0, bracket);
    }
}
