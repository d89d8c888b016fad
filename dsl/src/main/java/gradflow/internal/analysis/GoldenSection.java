package gradflow.internal.analysis;

import java.util.function.DoubleUnaryOperator;

/** Narrows an interval around a minimum of a function of one variable, with one value a step. */
final class GoldenSection {
    private static final double RATIO = 0.6180339887498949;

    private GoldenSection() {}

    /** Looks at f in places that close in on a minimum; whoever asks remembers the best that f has seen. */
    static void narrow(DoubleUnaryOperator f, double from, double to, int steps) {
        double left = from;
        double right = to;
        double a = right - RATIO * (right - left);
        double b = left + RATIO * (right - left);
        double atA = f.applyAsDouble(a);
        double atB = f.applyAsDouble(b);
        for (int k = 0; k < steps; k++) {
            if (atA <= atB) {
                right = b;
                b = a;
                atB = atA;
                a = right - RATIO * (right - left);
                atA = f.applyAsDouble(a);
            } else {
                left = a;
                a = b;
                atA = atB;
                b = left + RATIO * (right - left);
                atB = f.applyAsDouble(b);
            }
        }
    }
}
