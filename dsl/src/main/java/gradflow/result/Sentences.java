package gradflow.result;

import gradflow.internal.kernel.Scaled;
import gradflow.report.Format;

/** Numbers inside sentences. */
public final class Sentences {
    private static final Format FORMAT = Format.significant(3);

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
        return im == 0 ? factor(re) : factor(re) + (im < 0 ? " - " : " + ") + factor(Math.abs(im)) + "i";
    }
}
