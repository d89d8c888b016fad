package gradflow.internal.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Where a function of one variable crosses 0: between points that are given, and at the tops of humps between them that are below 0
 * and may still reach it, by golden sections; then by bisection to 9 digits.
 */
public final class SignChanges {
    private static final int HALVINGS = 36;
    private static final int SECTIONS = 12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final MathContext DIGITS = new MathContext(9);

    private final DoubleUnaryOperator f;
    private final DoubleStream.Builder roots = DoubleStream.builder();

    private SignChanges(DoubleUnaryOperator f) {
        this.f = f;
    }

    /**
     * {@return the places, rising}
     *
     * @param x read, rising
     * @param y read, f at these; NaN where it isn't defined
     * @param f the function
     */
    public static double[] of(double[] x, double[] y, DoubleUnaryOperator f) {
        SignChanges changes = new SignChanges(f);
        for (int i = 1; i < x.length; i++) {
            changes.between(x[i - 1], y[i - 1], x[i], y[i]);
            if (i + 1 < x.length && y[i] < 0 && y[i] >= y[i - 1] && y[i] >= y[i + 1]) {
                double top = changes.top(x[i - 1], x[i + 1]);
                double most = f.applyAsDouble(top);
                changes.between(x[i - 1], y[i - 1], top, most);
                changes.between(top, most, x[i + 1], y[i + 1]);
            }
        }
        return changes.roots.build().sorted().toArray();
    }

    private void between(double from, double atFrom, double to, double atTo) {
        if (atFrom < 0 != atTo < 0 && !Double.isNaN(atFrom) && !Double.isNaN(atTo)) {
            roots.add(root(from, to, atFrom < 0));
        }
    }

    /** {@return where f is largest, by golden sections} */
    private double top(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < SECTIONS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean rises = f.applyAsDouble(left) < f.applyAsDouble(right);
            low = rises ? left : low;
            high = rises ? high : right;
        }
        return (low + high) / 2;
    }

    private double root(double from, double to, boolean rising) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean below = f.applyAsDouble(middle) < 0 == rising;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return new BigDecimal(low).round(DIGITS).doubleValue();
    }
}
