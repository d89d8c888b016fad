package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A numbered place on an axis.
 *
 * @param at in axis coordinates
 * @param label as {@link Script} reads it: 0.5, or 10^{-4}
 */
record Tick(double at, String label) {
    private static final int[] STEPS = {1, 2, 5};

    private static final int DIGITS = 6;

    /** Doubles need this much room to count as reached. */
    private static final double SLACK = 1e-9;

    /**
     * {@return ticks on {@code span}: at the marked values, if none is too near to another; or as many as can be, but not more than
     * {@code most}, one step apart}
     */
    static List<Tick> of(Axis axis, Span span, int most) {
        List<Tick> marked = axis.marked().stream()
                .distinct()
                .sorted()
                .map(Scaled::of)
                .map(value -> new Tick(axis.scale().place(value), NumberText.significant(value, DIGITS)))
                .filter(tick -> tick.at() >= span.low() && tick.at() <= span.high())
                .toList();
        if (!marked.isEmpty() && areApart(marked, span, most)) {
            return marked;
        }
        return axis.isLogarithmic() ? powers(span, most) : even(span, most);
    }

    /** Two letters need half the room that is reckoned for a tick. */
    private static boolean areApart(List<Tick> ticks, Span span, int most) {
        double room = span.length() / Math.max(1, most - 1);
        double needed = ticks.stream().allMatch(tick -> tick.label().length() <= 2) ? room / 2 : room;
        return IntStream.range(1, ticks.size())
                .allMatch(i -> ticks.get(i).at() - ticks.get(i - 1).at() >= needed);
    }

    private static List<Tick> powers(Span span, int most) {
        int i = 0;
        while (span.length() / decades(i) > most - 1) {
            i++;
        }
        List<Tick> ticks = multiples(span, decades(i));
        while (ticks.size() < 2 && i > 0) {
            // Of a step of five one multiple alone can be in view, where a step of two has five.
            i--;
            ticks = multiples(span, decades(i));
        }
        return ticks.size() < 2 ? within(span, most) : ticks;
    }

    private static List<Tick> multiples(Span span, long step) {
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(span.low() / step - SLACK); k * step <= span.high() + SLACK; k++) {
            ticks.add(new Tick(k * step, "10^{" + k * step + "}"));
        }
        return ticks;
    }

    /** Less than two powers of ten in view: 0.5, 1, 2, 5. */
    private static List<Tick> within(Span span, int most) {
        List<Tick> ticks = new ArrayList<>();
        for (int ten = (int) Math.floor(span.low()); ten <= span.high(); ten++) {
            for (int digit : STEPS) {
                double at = ten + StrictMath.log10(digit);
                if (at >= span.low() - SLACK && at <= span.high() + SLACK && ticks.size() < most) {
                    ticks.add(new Tick(at, number(decimal(digit, ten))));
                }
            }
        }
        return ticks;
    }

    private static List<Tick> even(Span span, int most) {
        int ten = (int) Math.floor(StrictMath.log10(span.length())) - 1;
        int i = 0;
        while (span.length() / step(i, ten) > most - 1 + SLACK) {
            i++;
        }
        List<Tick> ticks = new ArrayList<>();
        double step = step(i, ten);
        for (long k = (long) Math.ceil(span.low() / step - SLACK); k * step <= span.high() + SLACK * step; k++) {
            ticks.add(new Tick(k * step, number(k * step)));
        }
        return ticks;
    }

    private static String number(double x) {
        return NumberText.significant(Scaled.of(x), DIGITS);
    }

    private static double step(int i, int ten) {
        return decimal(STEPS[i % STEPS.length], ten + i / STEPS.length);
    }

    private static double decimal(int digit, int ten) {
        return ten < 0 ? digit / StrictMath.pow(10, -ten) : digit * StrictMath.pow(10, ten);
    }

    /** {@return 1, 2, 5, 10, 20, …} */
    private static long decades(int i) {
        return Math.round(step(i, 0));
    }
}
