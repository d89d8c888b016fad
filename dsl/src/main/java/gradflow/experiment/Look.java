package gradflow.experiment;

import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.plot.Axis;
import gradflow.report.plot.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the values of a sweep are written and drawn: by powers of ten where none is negative and the largest finite one is a
 * thousand times the smallest positive one or more; plainly otherwise. What is undefined counts for nothing.
 *
 * @param points how many values there are
 * @param undefined how many of them are NaN
 * @param scale of the axis of values
 * @param smallest of all values, NaN if there are none
 * @param largest of all values, NaN if there are none
 */
record Look(int points, long undefined, Scale scale, double smallest, double largest) {
    private static final double LEAST_RATIO = 1000;

    static Look of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] positive = Arrays.stream(sorted)
                .filter(value -> value > 0 && value <= Double.MAX_VALUE)
                .toArray();
        boolean logarithmic =
                positive.length > 0 && sorted[0] >= 0 && positive[positive.length - 1] / LEAST_RATIO >= positive[0];
        return new Look(
                values.length,
                values.length - sorted.length,
                logarithmic ? Scale.LOGARITHMIC : Scale.LINEAR,
                sorted.length == 0 ? Double.NaN : sorted[0],
                sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]);
    }

    boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    /** {@return the value that parts growth from decay: 1 among powers of ten, 0 among other values} */
    double level() {
        return isLogarithmic() ? 1 : 0;
    }

    /** {@return whether some values lie below the level and some above} */
    boolean crosses() {
        return smallest < level() && level() < largest;
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("points", points),
                Fact.of("smallest", smallest, format()),
                Fact.of("largest", largest, format())));
        if (undefined > 0) {
            facts.add(Fact.of("undefined", undefined));
        }
        return facts;
    }

    Format format() {
        return isLogarithmic() ? Format.scientific(3) : Format.significant(6);
    }

    Axis axis(String label) {
        return new Axis(label, scale);
    }
}
