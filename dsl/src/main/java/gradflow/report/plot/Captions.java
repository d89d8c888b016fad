package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a picture can't show of its points, in words: {@code 1 of 60 points is exactly 0 (▽), at t = 59}. */
final class Captions {
    private static final int MOST_RUNS = 4;
    private static final int DIGITS = 6;

    private final Axis x;
    private final Axis y;

    Captions(Axis x, Axis y) {
        this.x = x;
        this.y = y;
    }

    List<String> of(List<Series> all) {
        List<String> captions = new ArrayList<>();
        for (Series series : all) {
            String name = all.size() > 1 ? series.name() + ": " : "";
            if (y.isLogarithmic()) {
                add(captions, name, series, value -> value.significand() == 0, "exactly 0 (▽)");
                add(captions, name, series, value -> value.significand() < 0, "negative, shown by the modulus");
            } else {
                add(captions, name, series, value -> value.value() == Double.NEGATIVE_INFINITY, "-∞ (▽)");
            }
            add(captions, name, series, value -> isAbove(value), "∞ (△)");
            add(captions, name, series, value -> Double.isNaN(value.significand()), "undefined, a gap");
        }
        return captions;
    }

    private boolean isAbove(Scaled value) {
        return y.isLogarithmic() ? Double.isInfinite(value.significand()) : value.value() == Double.POSITIVE_INFINITY;
    }

    private void add(List<String> captions, String name, Series series, Predicate<Scaled> odd, String what) {
        List<Series.Point> points = series.points();
        List<String> runs = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < points.size(); i++) {
            int from = i;
            while (i < points.size() && odd.test(points.get(i).y())) {
                i++;
            }
            if (i > from) {
                count += i - from;
                runs.add(number(points.get(from)) + (i - from > 1 ? ".." + number(points.get(i - 1)) : ""));
            }
        }
        if (count > 0) {
            captions.add(name + count + " of " + points.size() + (points.size() == 1 ? " point" : " points")
                    + (count == 1 ? " is " : " are ") + what + ", at " + x.label() + " = "
                    + runs.stream().limit(MOST_RUNS).collect(Collectors.joining(", "))
                    + (runs.size() > MOST_RUNS ? ", …" : ""));
        }
    }

    private static String number(Series.Point point) {
        return NumberText.significant(point.x(), DIGITS);
    }
}
