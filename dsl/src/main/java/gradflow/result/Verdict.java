package gradflow.result;

import java.util.Locale;

/** What becomes of the learning signal on its way back. */
public enum Verdict {
    /** It falls to less than a tenth, or by more than a tenth a step. */
    VANISHING,
    /** It neither falls nor grows by much. */
    STABLE,
    /** It grows to more than ten times, or by more than a ninth a step. */
    EXPLODING,
    /** It does both: it dips to less than a tenth of both ends, or peaks at more than ten times both. */
    MIXED,
    /** There is no number: the forward pass left the range of a double. */
    UNDEFINED;

    /** {@return the word for it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
