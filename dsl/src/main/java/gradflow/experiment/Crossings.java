package gradflow.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where a curve through points crosses a level, or reaches it. */
final class Crossings {
    private final double level;
    private final boolean logarithmic;
    private final DoubleStream.Builder found = DoubleStream.builder();

    private Crossings(double level, boolean logarithmic) {
        this.level = level;
        this.logarithmic = logarithmic && level > 0;
    }

    /**
     * {@return the places, rising}
     *
     * @param x read, in any order
     * @param y read, of the same length; NaN breaks the curve
     * @param level y of the crossings
     * @param logarithmic whether to interpolate the logarithm of positive y, not y itself
     */
    static double[] of(double[] x, double[] y, double level, boolean logarithmic) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        Crossings crossings = new Crossings(level, logarithmic);
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            if (k > 0) {
                int before = order[k - 1];
                crossings.between(x[before], y[before], x[i], y[i]);
                crossings.at(x[i], y[i], y[before]);
            } else {
                crossings.at(x[i], y[i], Double.NaN);
            }
        }
        return Arrays.stream(crossings.found.build().toArray()).sorted().toArray();
    }

    /** Of a stretch on the level, the start alone counts. */
    private void at(double x, double y, double before) {
        if (y == level && before != level) {
            found.add(x);
        }
    }

    private void between(double x, double y, double toX, double toY) {
        if ((y < level && toY > level) || (y > level && toY < level)) {
            found.add(x + share(y, toY) * (toX - x));
        }
    }

    /** Halves, since the difference of two doubles can be more than a double; the middle where a value is infinite, or too small to halve. */
    private double share(double y, double toY) {
        boolean logs = logarithmic && y > 0 && toY > 0;
        double share = logs
                ? (StrictMath.log(level) - StrictMath.log(y)) / (StrictMath.log(toY) - StrictMath.log(y))
                : (level / 2 - y / 2) / (toY / 2 - y / 2);
        return Double.isInfinite(y) || Double.isInfinite(toY) || Double.isNaN(share) ? 0.5 : share;
    }
}
