package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * κ₂(V) = ‖V‖₂·‖V⁻¹‖₂, where the columns of V are unit eigenvectors: ‖Aᵏ‖₂ ≤ κ₂(V)·ρᵏ, so it bounds how far powers
 * outgrow the spectral radius. 1 for a normal matrix, +∞ for one without n independent eigenvectors, and for one that
 * can't be told from that in doubles (κ₂(V) above 2^52/n). Where rounding has made a defective matrix out of reach, it is
 * large but finite: 1e7 and more.
 *
 * <p>Each eigenvector is the right singular vector of A − λ·I for its smallest singular value, A balanced. A pair λ, λ̄
 * stands in V by √2·Re v and √2·Im v, which leaves κ₂ as it is. Real eigenvalues that coincide share an orthonormal basis
 * of their eigenspace if it is large enough, so that a rank-one matrix isn't taken for a defective one. Coinciding
 * complex pairs of a matrix that isn't normal aren't treated so, and count as defective.
 *
 * <p>Accuracy: relative 1e-6 as long as κ₂(V) &lt; 1e6 (EigenvectorConditionTest).
 *
 * @see "Bauer, Fike (1960), Norms and exclusion theorems"
 */
public final class EigenvectorCondition {
    private static final double EPSILON = 0x1p-52;
    private static final double SLACK = 32;

    private final Balancing.Balanced balanced;
    private final double tolerance;
    private final Resolvent resolvent;
    private final List<double[]> columns = new ArrayList<>();

    private EigenvectorCondition(Balancing.Balanced balanced) {
        double[][] rows = balanced.rows();
        this.balanced = balanced;
        this.tolerance = SLACK * rows.length * EPSILON * Norms.frobenius(rows);
        this.resolvent = Resolvent.ofScaled(rows);
    }

    /** {@return κ₂(V) of {@code a}, whose eigenvalues are {@code eigenvalues}; 1 for the empty matrix} */
    public static double of(Mat a, Eigenvalues eigenvalues) {
        if (Normality.of(a, eigenvalues).isNormal()) {
            return 1;
        }
        Balancing.Balanced balanced = Balancing.of(a.toRows());
        EigenvectorCondition condition = new EigenvectorCondition(balanced);
        List<Complex> rest = new ArrayList<>();
        for (Complex value : eigenvalues.values()) {
            rest.add(CommonsMath.scaled(value, -balanced.exponent()));
        }
        boolean complete = true;
        while (complete && !rest.isEmpty()) {
            complete = condition.addNext(rest);
        }
        return complete ? condition.condition() : Double.POSITIVE_INFINITY;
    }

    /**
     * Takes the first eigenvalue, and those that belong to it, off the list.
     *
     * @return whether it had as many independent eigenvectors
     */
    private boolean addNext(List<Complex> rest) {
        Complex first = rest.get(0);
        if (first.getImaginary() != 0) {
            rest.remove(first);
            rest.remove(first.conjugate());
            addPair(first);
            return true;
        }
        int before = rest.size();
        rest.removeIf(value -> value.subtract(first).abs() <= tolerance);
        int multiplicity = before - rest.size();
        if (multiplicity == 1) {
            addReal(first.getReal());
            return true;
        }
        return addEigenspace(first.getReal(), multiplicity);
    }

    private void addPair(Complex value) {
        ShiftedHessenberg shifted = resolvent.at(value.getReal(), value.getImaginary());
        double[] re = original(shifted.rightRe());
        double[] im = original(shifted.rightIm());
        double length = Math.sqrt(0.5 * (RowArithmetic.dot(re, re) + RowArithmetic.dot(im, im)));
        columns.add(Arrays.stream(re).map(x -> x / length).toArray());
        columns.add(Arrays.stream(im).map(x -> x / length).toArray());
    }

    /** The vector comes with an arbitrary phase, so that either part of it may vanish. */
    private void addReal(double value) {
        ShiftedHessenberg shifted = resolvent.at(value, 0);
        double[] re = original(shifted.rightRe());
        double[] im = original(shifted.rightIm());
        double[] larger = RowArithmetic.dot(re, re) > RowArithmetic.dot(im, im) ? re : im;
        double length = Math.sqrt(RowArithmetic.dot(larger, larger));
        columns.add(Arrays.stream(larger).map(x -> x / length).toArray());
    }

    private boolean addEigenspace(double value, int multiplicity) {
        int n = balanced.rows().length;
        RealMatrix shifted = new Array2DRowRealMatrix(balanced.rows());
        for (int i = 0; i < n; i++) {
            shifted.addToEntry(i, i, -value);
        }
        SingularValueDecomposition decomposition = new SingularValueDecomposition(shifted);
        if (decomposition.getSingularValues()[n - multiplicity] > 2 * tolerance) {
            return false;
        }
        double[][] basis = new double[multiplicity][];
        for (int k = 0; k < multiplicity; k++) {
            basis[k] = unbalanced(decomposition.getV().getColumn(n - multiplicity + k));
        }
        ScaledColumns orthonormal = new ScaledColumns(basis, new long[multiplicity], new double[multiplicity][0]);
        orthonormal.orthogonalise();
        for (int k = 0; k < multiplicity; k++) {
            columns.add(orthonormal.direction(k));
        }
        return true;
    }

    private double[] original(double[] vector) {
        resolvent.toOriginal(vector);
        return unbalanced(vector);
    }

    /** {@return D·x up to a factor, which is the same for all} */
    private double[] unbalanced(double[] x) {
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            most = Math.max(most, balanced.similarity(i));
        }
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = Math.scalb(x[i], balanced.similarity(i) - most);
        }
        return result;
    }

    private double condition() {
        int n = columns.size();
        double[] values = SingularValues.ofScaled(columns.toArray(double[][]::new), n);
        return values[n - 1] > n * EPSILON * values[0] ? values[0] / values[n - 1] : Double.POSITIVE_INFINITY;
    }
}
