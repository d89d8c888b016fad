package gradflow.notes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a comment says about the block below it, over what the file's defaults say.
 *
 * @param values by key; empty for a key without a value
 * @param formed whether the block itself, and not the file's defaults, asks for a form of its output
 */
record BlockOptions(Map<String, String> values, boolean formed) {
    /** What holds where nothing is said. */
    static final BlockOptions USUAL = new BlockOptions(Map.of(), false);

    private static final List<String> FORMS = List.of("table", "text", "figure");
    private static final double USUAL_TOLERANCE = 1e-9;
    private static final int USUAL_DIGITS = 3;
    private static final double USUAL_TIMEOUT = 60;

    BlockOptions {
        values = Map.copyOf(values);
    }

    /** {@return what a block says, over what the file says} */
    static BlockOptions over(Map<String, String> defaults, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(defaults);
        all.putAll(own);
        return new BlockOptions(all, FORMS.stream().anyMatch(own::containsKey));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private double number(String key, double otherwise) {
        return value(key).map(Double::parseDouble).orElse(otherwise);
    }

    Tolerance tolerance() {
        return new Tolerance(number("tol", USUAL_TOLERANCE), number("atol", 0), has("ellipsis"));
    }

    /** {@return how many digits are written, 0 for as many as it takes} */
    int digits() {
        return value("digits")
                .map(digits -> digits.equals("all") ? 0 : Integer.parseInt(digits))
                .orElse(USUAL_DIGITS);
    }

    boolean saysDigits() {
        return has("digits");
    }

    OptionalLong seed() {
        return value("seed").stream().mapToLong(Long::parseLong).findFirst();
    }

    double timeoutSeconds() {
        return number("timeout", USUAL_TIMEOUT);
    }

    String session() {
        return value("session").orElse("");
    }

    boolean runs() {
        return !has("skip");
    }
}
