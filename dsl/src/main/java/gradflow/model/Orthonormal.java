package gradflow.model;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;

/** The Q of A = QR. It is unique, since R's diagonal is made positive. */
final class Orthonormal {
    private Orthonormal() {}

    /** {@return Q, of the shape of {@code a}, which has full rank and at least as many rows as columns} */
    static Mat columnsOf(Mat a) {
        double[][] q = a.transposed().toRows();
        for (int j = 0; j < q.length; j++) {
            Interrupts.poll();
            // Gram–Schmidt leaves a part of the earlier columns where cancellation is strong; the second pass takes it
            // out.
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    subtract(dot(q[k], q[j]), q[k], q[j]);
                }
                normalise(q[j]);
            }
        }
        return Mat.of(q).transposed();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double factor, double[] direction, double[] from) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * direction[i];
        }
    }

    private static void normalise(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
    }
}
