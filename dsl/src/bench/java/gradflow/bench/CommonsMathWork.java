package gradflow.bench;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.util.FastMath;

/** commons-math3 as one would use it first: no loops over arrays of one's own. And the JDK's tanh. */
final class CommonsMathWork {
    private CommonsMathWork() {}

    static Work of(Job job) {
        int n = job.size();
        RealMatrix a = new Array2DRowRealMatrix(Inputs.weights(1, n, n));
        return switch (job.name()) {
            case "gradnorms" -> gradNorms(a, job.steps());
            case "svd" ->
                () -> Arrays.stream(new SingularValueDecomposition(a).getSingularValues())
                        .sum();
            case "radius" -> () -> radius(a);
            default -> throw new IllegalArgumentException("no such job: " + job);
        };
    }

    private static Work gradNorms(RealMatrix w, int steps) {
        int n = w.getRowDimension();
        RealMatrix u = new Array2DRowRealMatrix(Inputs.weights(2, n, Inputs.INPUTS));
        double[][] x = Inputs.sequence(steps);
        return () -> {
            double[][] h = new double[steps + 1][n];
            for (int t = 1; t <= steps; t++) {
                double[] z = w.operate(h[t - 1]);
                double[] input = u.operate(x[t - 1]);
                for (int i = 0; i < n; i++) {
                    h[t][i] = FastMath.tanh(z[i] + input[i]);
                }
            }
            double[] g = new double[n];
            Arrays.fill(g, 1);
            double sum = norm(g);
            for (int t = steps; t >= 1; t--) {
                for (int i = 0; i < n; i++) {
                    g[i] *= 1 - h[t][i] * h[t][i];
                }
                g = w.preMultiply(g);
                sum += norm(g);
            }
            return sum;
        };
    }

    private static double norm(double[] v) {
        double squares = 0;
        for (double x : v) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }

    private static double radius(RealMatrix a) {
        EigenDecomposition eigen = new EigenDecomposition(a);
        double radius = 0;
        for (int i = 0; i < a.getRowDimension(); i++) {
            radius = Math.max(radius, Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
        }
        return radius;
    }

    static Work tanh(int n) {
        double[] z = Inputs.times(3, Inputs.uniform(1, 1, n))[0];
        double[] h = new double[n];
        return () -> {
            for (int i = 0; i < n; i++) {
                h[i] = Math.tanh(z[i]);
            }
            return h[0];
        };
    }
}
