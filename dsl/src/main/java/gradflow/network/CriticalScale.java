package gradflow.network;

import gradflow.internal.kernel.Scaled;
import gradflow.model.Loss;
import gradflow.result.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The factor k of W_hh with which as much of the signal arrives at t = 0 as was sent: ln(‖g_0‖/‖g_T‖) = 0, g the gradient of the
 * whole state. Looked for from 1/32 to 32 in steps of 2^¼, at the tops between them too, then by bisection to 9 digits; of several, the
 * one that strays least on the way.
 */
final class CriticalScale {
    private static final int OCTAVES = 5;
    private static final int PARTS = 4;
    private static final int HALVINGS = 36;
    private static final int SECTIONS = 12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final MathContext DIGITS = new MathContext(9);

    private final Run run;
    private final Loss loss;

    private CriticalScale(Run run, Loss loss) {
        this.run = run;
        this.loss = loss;
    }

    /** {@return the factor, if there is one} */
    static OptionalDouble of(Run run, Loss loss) {
        return new CriticalScale(run, loss).nearest();
    }

    private OptionalDouble nearest() {
        double[] k = new double[2 * OCTAVES * PARTS + 1];
        double[] gain = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            k[i] = StrictMath.pow(2, (double) i / PARTS - OCTAVES);
            gain[i] = gain(k[i]);
        }
        List<Double> roots = new ArrayList<>();
        for (int i = 1; i < k.length; i++) {
            addRoot(roots, k[i - 1], gain[i - 1], k[i], gain[i]);
            // Between three points below 0 a hump may still reach it.
            if (i + 1 < k.length && gain[i] < 0 && gain[i] >= gain[i - 1] && gain[i] >= gain[i + 1]) {
                double top = top(k[i - 1], k[i + 1]);
                double most = gain(top);
                addRoot(roots, k[i - 1], gain[i - 1], top, most);
                addRoot(roots, top, most, k[i + 1], gain[i + 1]);
            }
        }
        double best = Double.NaN;
        double strays = Double.POSITIVE_INFINITY;
        for (double root : roots) {
            double far = new Trial("", "", "", run.scaled(root).signal(loss)).strays();
            best = far < strays ? root : best;
            strays = Math.min(far, strays);
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private void addRoot(List<Double> roots, double from, double gainFrom, double to, double gainTo) {
        if (gainFrom < 0 != gainTo < 0 && !Double.isNaN(gainFrom) && !Double.isNaN(gainTo)) {
            roots.add(root(from, to, gainFrom < 0));
        }
    }

    /** {@return where the gain is largest, by golden sections} */
    private double top(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < SECTIONS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean rises = gain(left) < gain(right);
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
            boolean below = gain(middle) < 0 == rising;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return new BigDecimal(low).round(DIGITS).doubleValue();
    }

    private double gain(double k) {
        List<Scaled> signal = run.scaled(k).signal(loss);
        return signal.get(0).over(signal.get(signal.size() - 1)).ln();
    }
}
