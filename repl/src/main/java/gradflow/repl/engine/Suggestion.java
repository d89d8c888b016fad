package gradflow.repl.engine;

/**
 * A way to go on typing.
 *
 * @param text what replaces the characters from {@code anchor} to the cursor; ends in {@code (} where arguments follow
 * @param anchor offset in the text where the replaced characters begin
 * @param fits whether its type is the one expected there
 */
public record Suggestion(String text, int anchor, boolean fits) {}
