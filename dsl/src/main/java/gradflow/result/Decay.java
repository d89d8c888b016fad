package gradflow.result;

import gradflow.internal.kernel.Scaled;
import java.util.List;

/**
 * The course of a signal from t = T back to t = 0 in three numbers: rate per step, half-life, horizon; and one word.
 *
 * <p>Rate per step = (‖g_0‖/‖g_T‖)^(1/T), the geometric mean of the factors. Half-life = ln ½ / ln rate, in steps.
 */
final class Decay {
    private static final double DIP = 10;
    private static final double SLOW = 0.9;

    private final List<Scaled> norms;
    private final int steps;

    Decay(List<Scaled> norms) {
        this.norms = norms;
        steps = norms.size() - 1;
    }

    private Scaled first() {
        return norms.get(0);
    }

    private Scaled last() {
        return norms.get(steps);
    }

    /** {@return ‖g_0‖/‖g_T‖} */
    Scaled left() {
        return first().over(last());
    }

    /** {@return the geometric mean of the factors per step} */
    double perStep() {
        return rate().value();
    }

    private Scaled rate() {
        return left().root(steps);
    }

    /** {@return steps until half is left; negative: steps until it has doubled} */
    double halfLife() {
        return -StrictMath.log(2) * steps / left().ln();
    }

    /** {@return the least k with ‖g_{T−k}‖ ≤ fraction·‖g_T‖, or T + 1 if there is none, nor a signal to measure} */
    int horizon(double fraction) {
        if (Double.isNaN(last().significand())) {
            return steps + 1;
        }
        Scaled level = last().times(Scaled.of(fraction));
        for (int k = 0; k <= steps; k++) {
            if (norms.get(steps - k).compareTo(level) <= 0) {
                return k;
            }
        }
        return steps + 1;
    }

    /** {@return the latest t at which the signal is exactly 0, or −1} */
    int deadFrom() {
        for (int t = steps; t >= 0; t--) {
            if (norms.get(t).significand() == 0) {
                return t;
            }
        }
        return -1;
    }

    private int extreme(int sign) {
        int at = 0;
        for (int t = 1; t <= steps; t++) {
            if (sign * norms.get(t).compareTo(norms.get(at)) > 0) {
                at = t;
            }
        }
        return at;
    }

    Verdict verdict() {
        if (!norms.stream().allMatch(Scaled::isFinite) || last().significand() == 0) {
            return Verdict.UNDEFINED;
        }
        if (dips() || peaks()) {
            return Verdict.MIXED;
        }
        double change = left().log10();
        double rate = perStep();
        if (change < -1 || rate < SLOW) {
            return Verdict.VANISHING;
        }
        return change > 1 || rate > 1 / SLOW ? Verdict.EXPLODING : Verdict.STABLE;
    }

    boolean dips() {
        Scaled floor = norms.get(extreme(-1)).times(Scaled.of(DIP));
        return floor.compareTo(first()) < 0 && floor.compareTo(last()) < 0;
    }

    private boolean peaks() {
        Scaled peak = norms.get(extreme(1));
        return peak.compareTo(first().times(Scaled.of(DIP))) > 0 && peak.compareTo(last().times(Scaled.of(DIP))) > 0;
    }

    /** {@return the verdict as a sentence} */
    String sentence() {
        return switch (verdict()) {
            case UNDEFINED ->
                last().isFinite() && last().significand() == 0
                        ? "no signal: the loss does not depend on h_T"
                        : "undefined: the forward pass left the range of a double";
            case VANISHING -> "vanishing: " + course() + arriving();
            case EXPLODING -> "exploding: " + course() + arriving();
            case STABLE -> "stable: " + course() + arriving();
            case MIXED -> mixed();
        };
    }

    private String course() {
        int dead = deadFrom();
        if (dead >= 0) {
            return "exactly 0 from t = " + dead + " back; ";
        }
        double half = halfLife();
        String pace = Double.isInfinite(half)
                ? ""
                : half > 0 ? ", half-life " + steps(half) : ", doubling every " + steps(-half);
        return "×" + Sentences.magnitude(rate()) + " a step on the way back" + pace + "; ";
    }

    private static String steps(double number) {
        String text = Sentences.factor(number);
        return text + (text.equals("1") ? " step" : " steps");
    }

    private String arriving() {
        return Sentences.magnitude(left()) + " of the signal arrives at t = 0";
    }

    private String mixed() {
        boolean dip = dips();
        int at = extreme(dip ? -1 : 1);
        return "mixed: neither vanishing nor exploding, the signal "
                + (dip ? "falls to " : "rises to ")
                + Sentences.magnitude(norms.get(at).over(last()))
                + " of its start at t = " + at
                + (dip ? " and comes back to " : " and falls back to ")
                + Sentences.magnitude(left()) + " at t = 0"
                + (dip ? " (a U-shape)" : " (a hump)");
    }
}
