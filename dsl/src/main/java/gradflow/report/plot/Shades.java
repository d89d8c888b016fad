package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * What the colours and characters of a heat map mean. Where a level parts its values, such as 0, colours run from blue over
 * white at the level to red, the same distance from it as strong on both sides, and characters have a bound there; where none
 * does, they run from dark to bright, and characters from light to dense.
 *
 * @param axis of the values
 * @param span of them, in axis coordinates
 * @param level in axis coordinates; NaN if none parts them
 */
record Shades(Axis axis, Span span, double level) {
    /** How many characters there are. */
    static final int STEPS = 5;

    private static final String SIGNS = "·░▒▓█";
    private static final String ASCII = ".:+#@";
    private static final int DIGITS = 3;

    private static final int[] RISING = {
        0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
    };
    private static final int[] PARTED = {0x2166ac, 0x67a9cf, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xef8a62, 0xb2182b};

    /** {@return the shades of these values} */
    static Shades of(Axis axis, List<Series> series, double level) {
        Span span = Span.NOTHING;
        for (Series line : series) {
            for (Series.Point point : line.points()) {
                span = span.with(axis.scale().place(point.y()));
            }
        }
        double at = axis.scale().place(Scaled.of(level));
        boolean parts = span.low() < at && at < span.high();
        return new Shades(axis, span.length() > 0 ? span : span.atLeast(1), parts ? at : Double.NaN);
    }

    static char sign(int step, boolean signs) {
        return (signs ? SIGNS : ASCII).charAt(step);
    }

    Shade at(double place) {
        return new Shade(step(place), colour(place));
    }

    private int below() {
        return Double.isNaN(level)
                ? STEPS
                : (int) Math.max(1, Math.min(STEPS - 1, Math.round(STEPS * span.share(level))));
    }

    private int step(double place) {
        int step = 0;
        while (step < STEPS - 1 && place >= bound(step + 1)) {
            step++;
        }
        return step;
    }

    /** {@return where the shade {@code step} begins} */
    private double bound(int step) {
        int below = below();
        double middle = Double.isNaN(level) ? span.high() : level;
        return step <= below
                ? between(span.low(), middle, step, below)
                : between(middle, span.high(), step - below, STEPS - below);
    }

    private static double between(double from, double to, int part, int parts) {
        return part == parts ? to : from + (to - from) * part / parts;
    }

    String colour(double place) {
        if (Double.isNaN(level)) {
            return mixed(RISING, span.share(place));
        }
        double far = Math.max(span.high() - level, level - span.low());
        return mixed(PARTED, 0.5 + (place - level) / far / 2);
    }

    private static String mixed(int[] colours, double share) {
        double at = Math.max(0, Math.min(1, share)) * (colours.length - 1);
        int i = Math.min(colours.length - 2, (int) at);
        StringBuilder hex = new StringBuilder("#");
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = colours[i] >> shift & 0xff;
            int to = colours[i + 1] >> shift & 0xff;
            hex.append("%02x".formatted(Math.round(from + (to - from) * (at - i))));
        }
        return hex.toString();
    }

    /** {@return what each character means, as {@code ░ 0.1 to 0.25}} */
    List<String> legend(boolean signs) {
        List<String> legend = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            legend.add(sign(step, signs) + " " + number(bound(step)) + " to " + number(bound(step + 1)));
        }
        return legend;
    }

    private String number(double place) {
        return NumberText.significant(
                axis.isLogarithmic() ? Scaled.exp(place * StrictMath.log(10)) : Scaled.of(place), DIGITS);
    }
}
