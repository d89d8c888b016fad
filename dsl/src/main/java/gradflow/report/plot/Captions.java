package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** {@return what can't be shown of each series, and where} */
    List<String> of(List<Series> all) {
        List<String> captions = new ArrayList<>();
        for (Series series : all) {
            String name = all.size() > 1 ? series.name() + ": " : "";
            List<Series.Point> points = series.points();
            odd().forEach((what, odd) -> {
                String counted = counted(points, odd, what);
                if (!counted.isEmpty()) {
                    captions.add(name + counted + ", at " + x.label() + " = " + places(points, odd));
                }
            });
        }
        return captions;
    }

    /** {@return what can't be shown of all series together, without the places, which a heat map shows} */
    List<String> together(List<Series> all) {
        List<Series.Point> points =
                all.stream().flatMap(series -> series.points().stream()).toList();
        List<String> captions = new ArrayList<>();
        odd().forEach((what, odd) -> captions.add(counted(points, odd, what)));
        captions.removeIf(String::isEmpty);
        return captions;
    }

    /** {@return what can't be shown as it is, by the words for it} */
    private Map<String, Predicate<Scaled>> odd() {
        Map<String, Predicate<Scaled>> odd = new LinkedHashMap<>();
        if (y.isLogarithmic()) {
            odd.put("exactly 0 (▽)", value -> value.significand() == 0);
            odd.put("negative, shown by the modulus", value -> value.significand() < 0);
        } else {
            odd.put("-∞ (▽)", value -> value.value() == Double.NEGATIVE_INFINITY);
        }
        odd.put("∞ (△)", this::isAbove);
        odd.put("undefined, a gap", value -> Double.isNaN(value.significand()));
        return odd;
    }

    private boolean isAbove(Scaled value) {
        return y.isLogarithmic() ? Double.isInfinite(value.significand()) : value.value() == Double.POSITIVE_INFINITY;
    }

    private static String counted(List<Series.Point> points, Predicate<Scaled> odd, String what) {
        long count = points.stream().filter(point -> odd.test(point.y())).count();
        return count == 0
                ? ""
                : count + " of " + points.size() + (points.size() == 1 ? " point" : " points")
                        + (count == 1 ? " is " : " are ") + what;
    }

    private static String places(List<Series.Point> points, Predicate<Scaled> odd) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int from = i;
            while (i < points.size() && odd.test(points.get(i).y())) {
                i++;
            }
            if (i > from) {
                runs.add(number(points.get(from)) + (i - from > 1 ? ".." + number(points.get(i - 1)) : ""));
            }
        }
        return runs.stream().limit(MOST_RUNS).collect(Collectors.joining(", "))
                + (runs.size() > MOST_RUNS ? ", …" : "");
    }

    private static String number(Series.Point point) {
        return NumberText.significant(point.x(), DIGITS);
    }
}
