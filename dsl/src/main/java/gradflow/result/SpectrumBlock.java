package gradflow.result;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.EigenvectorCondition;
import gradflow.internal.analysis.Normality;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import org.apache.commons.math3.complex.Complex;

/** The measures of one square matrix; what costs as much as the eigenvalues again is computed when it is asked for. */
final class SpectrumBlock {
    private final Eigenvalues eigenvalues;
    private final Lazy<Double> departure;
    private final Lazy<Double> vectorCondition;
    private final Lazy<Double> norm2;

    SpectrumBlock(Mat matrix) {
        eigenvalues = Eigenvalues.of(matrix);
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
}
