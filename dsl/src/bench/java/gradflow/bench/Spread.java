package gradflow.bench;

import java.util.Collection;
import java.util.Locale;

/**
 * Median and range.
 *
 * @param median the middle one, or the mean of both
 * @param least the smallest
 * @param most the largest
 */
record Spread(double median, double least, double most) {
    static Spread of(Collection<Double> values) {
        double[] v = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread((v[(v.length - 1) / 2] + v[v.length / 2]) / 2, v[0], v[v.length - 1]);
    }

    Spread times(double k) {
        return new Spread(k * median, k * least, k * most);
    }

    /** {@return the median alone} */
    Spread middle() {
        return new Spread(median, median, median);
    }

    /** {@return as a time, "1.23 ms (1.20–1.31)"} */
    String asTime() {
        String unit = median < 1e-6 ? "ns" : median < 1e-3 ? "µs" : median < 1 ? "ms" : "s";
        double scale = median < 1e-6 ? 1e9 : median < 1e-3 ? 1e6 : median < 1 ? 1e3 : 1;
        return digits(median * scale) + " " + unit + range(scale);
    }

    /** {@return as a ratio, "2.34 (2.20–2.41)"} */
    String asRatio() {
        return digits(median) + range(1);
    }

    private String range(double scale) {
        return least == most ? "" : " (" + digits(least * scale) + "–" + digits(most * scale) + ")";
    }

    /** {@return three digits, or all before the point} */
    static String digits(double x) {
        int decimals = x >= 100 ? 0 : x >= 10 ? 1 : x >= 0.995 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", x);
    }
}
