package gradflow.result;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether inputs can make the gradient of the tanh network h_t = tanh(W·h_{t-1} + x_t) explode. Its Jacobians are D_t·W
 * with any slopes 0 &lt; D_t ≤ 1 that the inputs choose, so ρ(W) decides nothing: ρ(D·W) may exceed 1 where ρ(W) &lt; 1.
 *
 * <p>Either a <em>certificate</em>: a diagonal scaling S &gt; 0 with ‖S·W·S⁻¹‖₂ = γ &lt; 1, proven with its rounding errors;
 * then ‖∂h_T/∂h_t‖₂ ≤ κ(S)·γ^(T−t) whatever the inputs. Or a <em>witness</em>: slopes D with ρ(D·W) &gt; 1, a state whose
 * slopes they are, and the input that holds the network there; the network is run on it, and what its gradient does is
 * measured. Or neither is found, and the matrix is <em>undecided</em>: a certificate is sufficient and not necessary, and
 * slopes that change from step to step can make a product grow though no single D does.
 *
 * @see "Kaszkurewicz, Bhaya (2000), Matrix Diagonal Stability in Systems and Computation"
 */
public final class Stability implements Result {
    private static final Format BOUND = Format.fixed(6);
    /** Closer bounds than this look the same in three digits. */
    private static final double EDGE = 1e-3;

    private static final Format ENTRY = Format.significant(6);

    private final String name;
    private final Provenance provenance;
    private final Mat matrix;
    private final double radius;
    private final double norm2;
    private final double[] scaling;
    private final double upper;
    private final double[] slopes;
    private final double lower;
    private final Optional<Witness> witness;

    /** What is known of a matrix. */
    public enum Verdict {
        /** No inputs can make the gradient grow without bound. */
        CERTIFIED,
        /** Inputs were found under which it does. */
        WITNESS,
        /** Neither was found. */
        UNDECIDED
    }

    /** A run of the real network in which the gradient grows. */
    public static final class Witness {
        private final double[] state;
        private final double[] input;
        private final int steps;
        private final Scaled growth;
        private final String loss;

        /**
         * @param state h, {@code [n]}: where the input holds the network, h_t = h for t = 0..T
         * @param input x, {@code [n]}, the same at every step
         * @param steps T
         * @param growth ‖∂L/∂h_0‖/‖∂L/∂h_T‖ as measured
         * @param loss L in words
         */
        public Witness(double[] state, double[] input, int steps, Scaled growth, String loss) {
            this.state = state.clone();
            this.input = input.clone();
            this.steps = steps;
            this.growth = growth;
            this.loss = loss;
        }

        /** {@return h, {@code [n]}, the state at which the input holds the network; a copy} */
        public double[] state() {
            return state.clone();
        }

        /** {@return x, {@code [n]}, the input at every step; a copy} */
        public double[] input() {
            return input.clone();
        }

        /** {@return T, the length of the run} */
        public int steps() {
            return steps;
        }

        /** {@return ‖∂L/∂h_0‖/‖∂L/∂h_T‖ as measured} */
        public double growth() {
            return growth.value();
        }
    }

    /**
     * @param name of the matrix, as the title has it
     * @param provenance the expression that asks for this
     * @param matrix W
     * @param radius ρ(W)
     * @param norm2 ‖W‖₂
     * @param scaling s, {@code [n]}
     * @param upper γ, proven
     * @param slopes d, {@code [n]}
     * @param lower ρ(diag(d)·W)
     * @param witness the run, where ρ(D·W) &gt; 1
     */
    public Stability(
            String name,
            Provenance provenance,
            Mat matrix,
            double radius,
            double norm2,
            double[] scaling,
            double upper,
            double[] slopes,
            double lower,
            Optional<Witness> witness) {
        this.name = name;
        this.provenance = provenance;
        this.matrix = matrix;
        this.radius = radius;
        this.norm2 = norm2;
        this.scaling = scaling.clone();
        this.upper = upper;
        this.slopes = slopes.clone();
        this.lower = lower;
        this.witness = witness;
    }

    /** {@return whether explosion is excluded, shown, or neither} */
    public Verdict verdict() {
        if (upper < 1) {
            return Verdict.CERTIFIED;
        }
        return witness.isPresent() ? Verdict.WITNESS : Verdict.UNDECIDED;
    }

    /** {@return γ, a proven upper bound of min ‖S·W·S⁻¹‖₂; below 1 it is the certificate} */
    public double upperBound() {
        return upper;
    }

    /** {@return ρ(D·W) for the worst slopes found; above 1 they let the gradient grow} */
    public double lowerBound() {
        return lower;
    }

    /** {@return s, the diagonal of S, {@code [n]}, the largest 1; a copy} */
    public double[] scaling() {
        return scaling.clone();
    }

    /** {@return d, the worst slopes found, {@code [n]}, each in 0..1; a copy} */
    public double[] slopes() {
        return slopes.clone();
    }

    /** {@return the run in which the gradient grows; none where there is a certificate, or nothing was found} */
    public Optional<Witness> witness() {
        return witness;
    }

    @Override
    public Report report() {
        return Report.of(
                        "can inputs make the gradient of a tanh network with " + name + " explode?",
                        List.of(
                                Fact.of("ρ(W)", radius, BOUND),
                                Fact.of("‖W‖₂", norm2, BOUND),
                                Fact.of("γ, bound of ‖S·W·S⁻¹‖₂", upper, BOUND),
                                Fact.of("largest ρ(D·W) found", lower, BOUND)),
                        verdict() == Verdict.CERTIFIED ? certificate() : slopesTable(),
                        List.of(sentence()),
                        provenance)
                .drawn(this::plane);
    }

    /** {@return the eigenvalues of W, and those of D·W, beside the unit circle} */
    private Plot plane(Report report) {
        List<Series> eigenvalues = new ArrayList<>(List.of(new SpectrumBlock(matrix).points("eigenvalues of W")));
        if (verdict() != Verdict.CERTIFIED) {
            Mat saturated = Mat.filled(slopes.length, slopes.length, (i, j) -> slopes[i] * matrix.at(i, j));
            eigenvalues.add(new SpectrumBlock(saturated).points("eigenvalues of D·W"));
        }
        return Plot.plane(report.title(), provenance.expression(), "λ", eigenvalues);
    }

    private Table certificate() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < scaling.length; i++) {
            rows.add(List.of(Cell.whole(i), Cell.real(scaling[i])));
        }
        return Table.of(List.of(Column.of("unit"), Column.of("s", ENTRY)), rows);
    }

    private Table slopesTable() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("unit"), Column.of("d", ENTRY)));
        witness.ifPresent(it -> columns.addAll(List.of(Column.of("h", ENTRY), Column.of("x", ENTRY))));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.whole(i), Cell.real(slopes[i])));
            if (witness.isPresent()) {
                row.add(Cell.real(witness.get().state[i]));
                row.add(Cell.real(witness.get().input[i]));
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** {@return γ < 1, rounded up, as an upper bound has to be} */
    private String proven() {
        double up = Math.ceil(upper * 1e6) / 1e6;
        return up < 1 ? Format.significant(7).text(up) : "1 − " + Sentences.factor((1 - upper) / 2);
    }

    private String sentence() {
        if (verdict() == Verdict.CERTIFIED) {
            return "no: with S = diag(s), ‖S·W·S⁻¹‖₂ ≤ " + proven()
                    + " < 1, so that each step back multiplies the gradient by that or less in this scaling, whatever the"
                    + " inputs and however the units saturate";
        }
        return witness.map(run -> "yes: the input x, the same at every step, holds the network at h, where φ′ = d and"
                        + " ρ(D·W) = " + Sentences.factor(lower) + "; run for " + run.steps
                        + " steps, the gradient of " + run.loss + " grew by a factor of "
                        + Sentences.magnitude(run.growth) + " on the way back"
                        + (radius < 1 ? ", although ρ(W) < 1: saturation causes the explosion" : ""))
                .orElseGet(
                        () -> "undecided: no diagonal scaling was found that brings the norm below 1, and no slopes D"
                                + " with ρ(D·W) > 1; the largest ρ(D·W) of one D "
                                + (upper - lower < EDGE
                                        ? "is " + Sentences.factor(lower) + " to within "
                                                + Sentences.factor(upper - lower)
                                        : "lies between " + Sentences.factor(lower) + " and "
                                                + Sentences.factor(upper)));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
