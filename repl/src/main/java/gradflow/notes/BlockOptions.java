package gradflow.notes;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a comment says about the block below it, over what the file's defaults say.
 *
 * @param values by key; empty for a key without a value
 */
record BlockOptions(Map<String, String> values) {
    private static final double USUAL_TOLERANCE = 1e-9;
    private static final int USUAL_DIGITS = 3;
    private static final double USUAL_TIMEOUT = 60;

    BlockOptions {
        values = Map.copyOf(values);
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
