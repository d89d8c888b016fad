package gradflow.result;

import gradflow.internal.kernel.Scaled;
import gradflow.report.Format;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers inside sentences. */
public final class Sentences {
    private static final Format FORMAT = Format.significant(3);

    private static final Format DIRECTION = Format.significant(2);
    private static final int SHORT = 4;
    private static final double ROUNDING = 1e-12;

    private Sentences() {}

    /** {@return for example 0.622, 1.46, 7.5e-05} */
    public static String factor(double x) {
        return FORMAT.text(x);
    }

    /** {@return for example 0.622, 7.46e-05, 3.2e-4031} */
    public static String magnitude(Scaled x) {
        return FORMAT.text(x);
    }

    /** {@return for example 1.02, 0.161 + 1.02i} */
    static String complex(double re, double im) {
        return Math.abs(im) <= ROUNDING * Math.abs(re)
                ? factor(re)
                : factor(re) + (im < 0 ? " - " : " + ") + factor(Math.abs(im)) + "i";
    }

    /** {@return a unit vector: (0.8, -0.6), or of a long one the three largest entries, as unit 7: 0.8, …} */
    public static String direction(double[] v) {
        if (v.length <= SHORT) {
            return Arrays.stream(v).mapToObj(DIRECTION::text).collect(Collectors.joining(", ", "(", ")"));
        }
        return IntStream.range(0, v.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(v[i])))
                .limit(3)
                .map(i -> "unit " + i + ": " + DIRECTION.text(v[i]))
                .collect(Collectors.joining(", ", "(", ", …)"));
    }
}
