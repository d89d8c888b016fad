package gradflow.result;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.complex.Complex;

/**
 * The eigenvalues of a square matrix W, and what they say about its powers: the spectral radius ρ = max |λ|, the spectral
 * norm ‖W‖₂ = σ_max, and how far W is from normal, which is what lets powers grow although ρ &lt; 1. Of a gated network there
 * is one such matrix a gate; a number asked of all of them is the largest.
 *
 * <p>κ(λ) = 1/|yᴴx| for unit right and left eigenvectors x and y is the condition of an eigenvalue: a change E of W moves it by
 * up to κ(λ)·‖E‖₂, to first order. The numerical radius w(W) = max |xᴴWx| over unit x says what can grow at once: ‖W^k‖₂ ≤
 * 2·w^k, and w ≤ 1 if and only if the Kreiss constant is 1.
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
    private static final String METHOD = "eigenvalues by QR, scaled, balanced, verified by residuals";
    private static final String POWERS =
            "repeated products, singular values by bidiagonal QR; Kreiss constant: proven on circles";
    private static final String PSEUDO = "criss-cross search";

    private final String name;
    private final Provenance provenance;
    private final Map<String, SpectrumBlock> blocks;
    private final boolean recurrence;

    private Spectrum(String name, Provenance provenance, Map<String, SpectrumBlock> blocks, boolean recurrence) {
        this.name = name;
        this.provenance = provenance;
        this.blocks = blocks;
        // The block of a gate is no recurrence by itself: nothing follows from its radius alone.
        this.recurrence = recurrence;
    }

    /**
     * Computes the spectrum of a matrix.
     *
     * @param matrix W, n×n
     * @param name as the title has it: W_hh
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
        return ofBlocks(Map.of("", matrix), name, expression, seed);
    }

    /**
     * Computes the spectra of the blocks of a gated network.
     *
     * @param matrices n×n, by the gates' letters, in order
     * @param name as the title has it
     * @param expression that asks for this
     * @param seed that they were drawn with, if they were
     * @return their spectra
     */
    public static Spectrum ofBlocks(Map<String, Mat> matrices, String name, String expression, OptionalLong seed) {
        Map<String, SpectrumBlock> blocks = new LinkedHashMap<>();
        matrices.forEach((letter, matrix) -> blocks.put(letter, new SpectrumBlock(matrix)));
        return new Spectrum(name, new Provenance(expression, seed, METHOD), blocks, matrices.size() == 1);
    }

    /** {@return the spectrum of one gate's block of an lstm (i, f, g, o) or gru (r, z, n)} */
    public Spectrum gate(String letter) {
        SpectrumBlock block = blocks.get(letter);
        if (block == null || blocks.size() == 1) {
            throw new Refusal(
                    "gate(letter): "
                            + (blocks.size() == 1
                                    ? "there is one matrix here, and no gates"
                                    : "the gates are " + String.join(", ", blocks.keySet()))
                            + ", but was " + letter,
                    provenance.expression() + ".gate(\"" + letter + "\")",
                    blocks.size() == 1
                            ? "radius()"
                            : "gate(\"" + blocks.keySet().iterator().next() + "\")");
        }
        return new Spectrum(
                name.replace(", gate by gate", "") + ", gate " + letter,
                new Provenance(
                        provenance.expression() + ".gate(\"" + letter + "\")", provenance.seed(), provenance.method()),
                Map.of("", block),
                false);
    }

    private double largest(ToDoubleFunction<SpectrumBlock> number) {
        return blocks.values().stream().mapToDouble(number).max().orElseThrow();
    }

    /** {@return the spectral radius ρ(W) = max |λ|} */
    public double radius() {
        return largest(SpectrumBlock::radius);
    }

    /** {@return how far the true ρ(W) may lie from {@link #radius()}} */
    public double uncertainty() {
        return largest(SpectrumBlock::uncertainty);
    }

    /** {@return the eigenvalues by falling modulus, a copy of shape {@code [n]}; of a gated network those of every gate} */
    public Complex[] eigenvalues() {
        if (blocks.size() == 1) {
            return blocks.values().iterator().next().eigenvalues();
        }
        return blocks.values().stream()
                .flatMap(block -> Arrays.stream(block.eigenvalues()))
                .sorted(Comparator.comparingDouble((Complex value) -> -value.abs()))
                .toArray(Complex[]::new);
    }

    /** {@return the spectral norm ‖W‖₂, the largest singular value} */
    public double norm2() {
        return largest(SpectrumBlock::norm2);
    }

    /** {@return Henrici's departure from normality √(‖W‖_F² − Σ|λ|²), 0 for a normal matrix} */
    public double departure() {
        return largest(SpectrumBlock::departure);
    }

    /** {@return κ₂(V), the condition of the eigenvectors: 1 for a normal matrix, infinite for a defective one} */
    public double vectorCondition() {
        return largest(SpectrumBlock::vectorCondition);
    }

    /**
     * {@return κ(λ) = 1/|yᴴx| of each eigenvalue, in the order of {@link #eigenvalues()}, a copy of shape {@code [n]}; 1 for a
     * normal matrix, infinite for a defective eigenvalue}
     */
    public double[] conditions() {
        return one("conditions()").conditions();
    }

    /** {@return the numerical radius w(W) = max |xᴴWx|, ρ ≤ w ≤ ‖W‖₂ ≤ 2w, attained up to rounding} */
    public double numericalRadius() {
        return largest(block -> block.numericalRadius().lower());
    }

    /** {@return a proven upper bound of w(W), a relative 1e-9 or less above {@link #numericalRadius()} in most cases} */
    public double numericalRadiusUpper() {
        return largest(block -> block.numericalRadius().upper());
    }

    /** {@return the transient growth ‖W^j‖₂, j = 0..k, beside ρ(W)^j, with its peak and the Kreiss constant} */
    public PowerNorms powers(int k) {
        String question = "powers(" + k + ")";
        Check.atLeast(0, k, "powers(k)", "k", provenance.expression() + "." + question, "powers(20)");
        SpectrumBlock block = one(question);
        return new PowerNorms(name, asked(question, POWERS), block.scaledRadius(), block.powers(k), block.kreiss());
    }

    /** {@return the ε-pseudospectral radius and abscissa, each with a point where it is attained; ε &gt; 0} */
    public Pseudospectrum pseudo(double epsilon) {
        String question = "pseudo(" + Numerals.plain(epsilon) + ")";
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new Refusal(
                    "pseudo(ε): ε must be a finite number above 0, but was " + Numerals.plain(epsilon),
                    provenance.expression() + "." + question,
                    "pseudo(1e-3)");
        }
        return new Pseudospectrum(name, asked(question, PSEUDO), epsilon, one(question));
    }

    private Provenance asked(String question, String method) {
        return new Provenance(provenance.expression() + "." + question, provenance.seed(), method);
    }

    /** {@return the one block, or refuses where there is one a gate} */
    private SpectrumBlock one(String question) {
        if (blocks.size() != 1) {
            String letter = blocks.keySet().iterator().next();
            throw new Refusal(
                    question + ": there is one matrix a gate here, and this is asked of one of them",
                    provenance.expression() + "." + question,
                    "gate(\"" + letter + "\")." + question);
        }
        return blocks.values().iterator().next();
    }

    /** {@return what ρ(W) and ‖W‖₂ together say about the gradient of a vanilla network, in words} */
    public String regime() {
        double rho = radius();
        if (norm2() < 1) {
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
        return new SpectrumReport(name, provenance, blocks, recurrence ? List.of(regime()) : List.of()).report();
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
