package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;

/** How an axis places values. */
public enum Scale {
    /** By the value. */
    LINEAR {
        @Override
        double place(Scaled value) {
            return value.value();
        }
    },
    /** By log₁₀ of the modulus, so that 1e-30102 has its place too. */
    LOGARITHMIC {
        @Override
        double place(Scaled value) {
            return value.log10();
        }
    };

    /** {@return the place on the axis: −∞ for what lies below every place, ∞ above, NaN for what has none} */
    abstract double place(Scaled value);
}
