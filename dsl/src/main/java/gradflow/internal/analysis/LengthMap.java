package gradflow.internal.analysis;

import gradflow.internal.kernel.Saturating;
import java.util.function.DoubleUnaryOperator;

/**
 * What a nonlinearity φ makes of Gaussian pre-activations √q·z, z ~ N(0, 1): V(q) = E φ² and S(q) = E φ′². Both are had
 * through what they lack of the linear unit with the same slope, which keeps their digits at small q:
 * V(q) = φ′(0)²·q·(1 − δ(q)), S(q) = φ′(0)²·(1 − ε(q)).
 */
public enum LengthMap {
    /** φ = tanh: integrals by the trapezoidal rule, which converges exponentially for them. */
    TANH("tanh()", 1) {
        @Override
        double length(double q) {
            // 1 − E sech²: where tanh is a switch, E tanh² itself would take steps over a wide range
            return 1 - mean(q, Saturating.TANH::slope, FAR);
        }

        @Override
        double slope(double q) {
            return mean(q, x -> square(Saturating.TANH.slope(x)), FAR);
        }

        @Override
        double missingLength(double q) {
            return mean(q, x -> x * x * lack(x), FAR) / q;
        }

        @Override
        double missingSlope(double q) {
            return mean(q, x -> square(Saturating.TANH.value(x)) * (1 + Saturating.TANH.slope(x)), FAR);
        }
    },

    /** φ = erf: V = (2/π)·asin(2q/(1+2q)), S = (4/π)/√(1+4q). */
    ERF("erf()", 4 / Math.PI) {
        @Override
        double length(double q) {
            return 2 / Math.PI * arcSine(q);
        }

        @Override
        double slope(double q) {
            return 4 / Math.PI / Math.sqrt(1 + 4 * q);
        }

        @Override
        double missingLength(double q) {
            double y = 2 * q / (1 + 2 * q);
            return y - (y > SMALL ? arcSine(q) - y : arcSineExcess(y)) / (2 * q);
        }

        @Override
        double missingSlope(double q) {
            double root = Math.sqrt(1 + 4 * q);
            return 4 * q / (root * (1 + root));
        }
    },

    /** φ = max(x, 0): V = q/2, S = ½, at every length. */
    RELU("relu()", 0.5) {
        @Override
        double length(double q) {
            return q / 2;
        }

        @Override
        double slope(double q) {
            return 0.5;
        }

        @Override
        double missingLength(double q) {
            return 0;
        }

        @Override
        double missingSlope(double q) {
            return 0;
        }
    };

    /** Beyond it sech² is below 1e-17. */
    private static final double FAR = 21;

    /** Beyond it the normal density is below 1e-18. */
    private static final double FAR_OUT = 9.5;

    /** The step in x at which the poles of sech⁴, at ±iπ/2, cost (2π/step)³·e^(−π²/step) < 1e-19. */
    private static final double STEP = 0.18;

    /** The step in z at which the density costs e^(−2π²/step²) < 1e-34. */
    private static final double STEP_OF_DENSITY = 0.5;

    private static final double SMALL = 0.125;

    private final String word;
    private final double squaredSlope;

    LengthMap(String word, double squaredSlope) {
        this.word = word;
        this.squaredSlope = squaredSlope;
    }

    /** {@return the word that chooses it, as tanh()} */
    public String word() {
        return word;
    }

    /** {@return φ′(0)², for ReLU the mean of its two sides} */
    double squaredSlope() {
        return squaredSlope;
    }

    /** {@return V(q), to all digits for q ≥ 1} */
    abstract double length(double q);

    /** {@return S(q)} */
    abstract double slope(double q);

    /** {@return δ(q), to all digits for q ≤ 1} */
    abstract double missingLength(double q);

    /** {@return ε(q), to all digits for q ≤ 1} */
    abstract double missingSlope(double q);

    /**
     * {@return E f(√q·z) for an even f that is analytic for |Im x| &lt; π/2 and 0 beyond {@code reach}}
     *
     * <p>The trapezoidal rule with step h in x, h ≤ STEP and h ≤ STEP_OF_DENSITY·√q.
     */
    static double mean(double q, DoubleUnaryOperator f, double reach) {
        double root = Math.sqrt(q);
        if (root == 0) {
            return f.applyAsDouble(0);
        }
        double h = Math.min(STEP, STEP_OF_DENSITY * root);
        double end = Math.min(reach, FAR_OUT * root);
        double sum = 0;
        // from the smallest addends on
        for (int k = (int) (end / h); k >= 1; k--) {
            double z = k * (h / root);
            sum += f.applyAsDouble(k * h) * StrictMath.exp(-z * z / 2);
        }
        return (2 * sum + f.applyAsDouble(0)) * (h / root) / Math.sqrt(2 * Math.PI);
    }

    private static double square(double x) {
        return x * x;
    }

    /** {@return 1 − (tanh x / x)²} */
    private static double lack(double x) {
        if (Math.abs(x) > SMALL) {
            return 1 - square(Saturating.TANH.value(x) / x);
        }
        // what follows the eight terms is below 1e-16 of the first
        double y = x * x;
        double sum = 0;
        for (int k = TANH_SQUARED.length - 1; k >= 0; k--) {
            sum = sum * y + TANH_SQUARED[k];
        }
        return -y * sum;
    }

    /** {@return asin(2q/(1+2q)), which is flat where 2q/(1+2q) is steep} */
    private static double arcSine(double q) {
        return StrictMath.atan(2 * q / Math.sqrt(1 + 4 * q));
    }

    /** {@return asin y − y, 0 ≤ y ≤ ⅛} */
    private static double arcSineExcess(double y) {
        double term = y;
        double sum = 0;
        for (int k = 1; k <= 9; k++) {
            term *= y * y * (2 * k - 1) / (2 * k);
            sum += term / (2 * k + 1);
        }
        return sum;
    }

    /** Coefficients of x⁴, x⁶, … of tanh² x = x² − (2/3)x⁴ + …: d/dx tanh = 1 − tanh². */
    private static final double[] TANH_SQUARED = {
        -2.0 / 3.0,
        17.0 / 45.0,
        -62.0 / 315.0,
        1382.0 / 14175.0,
        -21844.0 / 467775.0,
        929569.0 / 42567525.0,
        -6404582.0 / 638512875.0,
        443861162.0 / 97692469875.0
    };
}
