package gradflow.result;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.EigenvectorCondition;
import gradflow.internal.analysis.Normality;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.math3.complex.Complex;

/**
 * The eigenvalues of a square matrix W, and what they say about its powers: the spectral radius ρ = max |λ|, the spectral
 * norm ‖W‖₂ = σ_max, and how far W is from normal, which is what lets powers grow although ρ &lt; 1.
 *
 * <p>Departure from normality (Henrici) = √(‖W‖_F² − Σ|λ_k|²), 0 for a normal matrix. κ(V) is the condition of the matrix
 * of eigenvectors, 1 for a normal matrix, infinite for a defective one.
 *
 * <p>{@link #uncertainty()} says how well ρ is known: rounding alone can move the eigenvalues of a nearly defective matrix
 * by far more than 1e-16.
 *
 * @see "Trefethen, Embree (2005), Spectra and Pseudospectra, §§ 2, 48"
 */
public final class Spectrum implements Result {
    private final String name;
    private final Provenance provenance;
    private final Mat matrix;
    private final Eigenvalues eigenvalues;
    private final Normality normality;
    private final Lazy<Double> vectorCondition;
    private final double norm2;

    private Spectrum(String name, Provenance provenance, Mat matrix) {
        this.name = name;
        this.provenance = provenance;
        this.matrix = matrix;
        eigenvalues = Eigenvalues.of(matrix);
        normality = Normality.of(matrix, eigenvalues);
        vectorCondition = Lazy.of(() -> EigenvectorCondition.of(matrix, eigenvalues));
        norm2 = SingularValues.norm2(matrix);
    }

    /**
     * Computes the spectrum of a matrix.
     *
     * @param matrix W, n×n
     * @param name as the title has it: W_hh of rnn()
     * @param expression that asks for this
     * @param seed that W was drawn with, if it was
     * @return its spectrum
     */
    public static Spectrum of(Mat matrix, String name, String expression, OptionalLong seed) {
        if (matrix.rows() != matrix.columns()) {
            throw new Refusal(
                    "spectrum(W): W must be square, but was " + matrix.shape(),
                    expression,
                    "a square matrix; its singular values exist for any shape");
        }
        return new Spectrum(
                name,
                new Provenance(expression, seed, "commons-math3 eigenvalues, scaled, balanced, verified"),
                matrix);
    }

    /** {@return the spectral radius ρ(W) = max |λ|} */
    public double radius() {
        return eigenvalues.radius();
    }

    /** {@return how far the true ρ(W) may lie from {@link #radius()}} */
    public double uncertainty() {
        return eigenvalues.uncertainty();
    }

    /** {@return the eigenvalues by falling modulus, a copy of shape {@code [n]}} */
    public Complex[] eigenvalues() {
        return eigenvalues.values();
    }

    /** {@return the spectral norm ‖W‖₂, the largest singular value} */
    public double norm2() {
        return norm2;
    }

    /** {@return Henrici's departure from normality √(‖W‖_F² − Σ|λ|²), 0 for a normal matrix} */
    public double departure() {
        return normality.henrici();
    }

    /** {@return κ₂(V), the condition of the eigenvectors: 1 for a normal matrix, infinite for a defective one} */
    public double vectorCondition() {
        return vectorCondition.get();
    }

    /** {@return what ρ(W) and ‖W‖₂ together say about gradients, in words} */
    public String regime() {
        double rho = radius();
        if (norm2 < 1) {
            return "‖W‖₂ < 1: with |φ′| ≤ 1 every gradient vanishes, at every step";
        }
        if (Math.abs(rho - 1) <= Math.max(1e-6, uncertainty())) {
            return "ρ(W) = 1: the edge of stability of W's powers; inputs and φ decide what becomes of the gradient";
        }
        if (rho < 1) {
            return "ρ(W) < 1 ≤ ‖W‖₂: powers of W vanish in the end and may grow at first; saturation can even make the"
                    + " gradient explode";
        }
        return "ρ(W) > 1: powers of W grow; a φ that saturates may still make the gradient vanish";
    }

    @Override
    public Report report() {
        List<List<Cell>> rows = new ArrayList<>();
        Complex[] values = eigenvalues();
        for (int k = 0; k < values.length; k++) {
            rows.add(List.of(
                    Cell.whole(k + 1),
                    Cell.real(values[k].getReal()),
                    Cell.real(values[k].getImaginary()),
                    Cell.real(values[k].abs())));
        }
        Format format = Format.fixed(6);
        Table table = Table.of(
                        List.of(
                                Column.of("k"),
                                Column.of("Re λ", format),
                                Column.of("Im λ", format),
                                Column.of("|λ|", format)),
                        rows)
                .bars(3, false);
        List<String> closing = new ArrayList<>();
        closing.add(regime());
        if (uncertainty() > 1e-6 * Math.max(radius(), 1e-300)) {
            closing.add("ρ(W) is known only to ±" + Sentences.factor(uncertainty())
                    + ": W is close to a matrix with fewer eigenvectors than rows, where rounding alone moves eigenvalues"
                    + " that far");
        }
        return Report.of(
                "spectrum of " + name,
                List.of(
                        Fact.of("ρ(W)", radius(), format),
                        Fact.of("‖W‖₂", norm2, format),
                        Fact.of("κ(V)", vectorCondition(), Format.significant(4)),
                        Fact.of("departure from normality", departure(), Format.significant(4)),
                        Fact.of("n", matrix.rows())),
                table,
                closing,
                provenance);
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
