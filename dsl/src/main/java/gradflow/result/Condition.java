package gradflow.result;

import java.util.Locale;

/** What a diagnosis finds. Where several hold, the one further up is named. */
public enum Condition {
    /** A state is more than a double can hold, from some step on. */
    OVERFLOW,
    /** The signal ends because units let nothing through, or more than half of the units let nothing through at any step. */
    DEAD_UNITS,
    /**
     * The Lyapunov exponent of a bounded network whose states keep moving is positive, by more than twice its uncertainty,
     * and not because they are still on their way from an unstable fixed point.
     */
    CHAOTIC,
    /** The signal falls to less than a tenth of both its ends. */
    U_SHAPED,
    /** The signal rises to more than ten times both its ends. */
    HUMPED,
    /** Less than a tenth arrives, or each step loses more than a tenth. */
    VANISHING,
    /** More than ten times arrives, or each step adds more than a ninth. */
    EXPLODING,
    /** The signal arrives much as it was sent. */
    STABLE,
    /** The loss doesn't depend on the last state: there is no signal to follow. */
    NO_SIGNAL;

    /** {@return the word for it} */
    public String word() {
        return this == U_SHAPED ? "U-shaped" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
