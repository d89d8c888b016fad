package gradflow.result;

import gradflow.internal.analysis.Bracket;
import gradflow.internal.analysis.EigenvalueConditions;
import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.EigenvectorCondition;
import gradflow.internal.analysis.KreissConstant;
import gradflow.internal.analysis.Normality;
import gradflow.internal.analysis.NumericalRadius;
import gradflow.internal.analysis.PseudospectralOutline;
import gradflow.internal.analysis.PseudospectralReach;
import gradflow.internal.analysis.ScaledProduct;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.report.plot.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/** The measures of one square matrix; what costs as much as the eigenvalues again is computed when it is asked for. */
final class SpectrumBlock {
    private final Mat matrix;
    private final Eigenvalues eigenvalues;
    private final Lazy<double[]> conditions;
    private final Lazy<Bracket> numericalRadius;
    private final Lazy<KreissConstant.Kreiss> kreiss;
    private final Lazy<Double> departure;
    private final Lazy<Double> vectorCondition;
    private final Lazy<Double> norm2;

    SpectrumBlock(Mat matrix) {
        this.matrix = matrix;
        eigenvalues = Eigenvalues.of(matrix);
        conditions = Lazy.of(() -> EigenvalueConditions.of(matrix, eigenvalues));
        numericalRadius = Lazy.of(() -> NumericalRadius.of(matrix));
        kreiss = Lazy.of(() -> KreissConstant.of(matrix, eigenvalues));
        departure = Lazy.of(() -> Normality.of(matrix, eigenvalues).henrici());
        vectorCondition = Lazy.of(() -> EigenvectorCondition.of(matrix, eigenvalues));
        norm2 = Lazy.of(() -> SingularValues.norm2(matrix));
    }

    double radius() {
        return eigenvalues.radius();
    }

    double uncertainty() {
        return eigenvalues.uncertainty();
    }

    Complex[] eigenvalues() {
        return eigenvalues.values();
    }

    double norm2() {
        return norm2.get();
    }

    double departure() {
        return departure.get();
    }

    double vectorCondition() {
        return vectorCondition.get();
    }

    double[] conditions() {
        return conditions.get().clone();
    }

    Bracket numericalRadius() {
        return numericalRadius.get();
    }

    Lazy<KreissConstant.Kreiss> kreiss() {
        return kreiss;
    }

    Scaled scaledRadius() {
        return eigenvalues.scaledRadius();
    }

    /** {@return the eigenvalues as places in the complex plane} */
    Series points(String called) {
        return new Series(
                called,
                Arrays.stream(eigenvalues.values())
                        .map(value -> new Series.Point(Scaled.of(value.getReal()), Scaled.of(value.getImaginary())))
                        .toList());
    }

    /** {@return max Re λ} */
    double abscissa() {
        return Arrays.stream(eigenvalues.values())
                .mapToDouble(Complex::getReal)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** {@return ‖W^j‖₂, j = 0..k} */
    List<Scaled> powers(int k) {
        double[][] rows = matrix.toRows();
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        ScaledProduct power = ScaledProduct.identity(rows.length);
        List<Scaled> norms = new ArrayList<>();
        norms.add(Scaled.of(1));
        for (int j = 1; j <= k; j++) {
            power.step(ones, rows);
            norms.add(SingularValues.scaledNorm2(power.significands()).times(new Scaled(1, power.exponent())));
        }
        return norms;
    }

    PseudospectralReach.Farthest pseudoRadius(double epsilon) {
        return PseudospectralReach.radius(matrix, eigenvalues, epsilon);
    }

    PseudospectralOutline.Outline outline(double epsilon, double reach) {
        return PseudospectralOutline.of(matrix, eigenvalues.values(), epsilon, reach);
    }

    PseudospectralReach.Farthest pseudoAbscissa(double epsilon) {
        return PseudospectralReach.abscissa(matrix, eigenvalues, epsilon);
    }
}
