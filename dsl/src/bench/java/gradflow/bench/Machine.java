package gradflow.bench;

import gradflow.internal.kernel.Points;

/**
 * What the model of other machines is made of: how fast arithmetic is that needs no memory, and how fast rows are read
 * from each level of the memory, in the form that the kernels have, on one and on two threads.
 */
final class Machine {
    /** Of {@link #polynomial}, a point. */
    private static final int OPERATIONS = 14;

    /** What a thread does in one call at least, in operations or numbers, so that handing it out doesn't
     * count. */
    private static final int LEAST = 1 << 26;

    private Machine() {}

    /** {@return "flops N THREADS": a polynomial at N points; "read N THREADS": the rows of an N×N matrix, by fours,
     * added to one} */
    static Work work(Job job) {
        int threads = job.steps();
        Work[] each = new Work[threads];
        for (int k = 0; k < threads; k++) {
            each[k] = switch (job.name()) {
                case "flops" -> flops(job.size());
                case "read" -> read(job.size());
                default -> throw new IllegalArgumentException("no such job: " + job);
            };
        }
        return () -> {
            double sum = 0;
            for (double part : Points.map(threads, threads, k -> each[k].call())) {
                sum += part;
            }
            return sum;
        };
    }

    /** {@return how many floating-point operations a call of "flops" is, a thread} */
    static double operations(int points) {
        return (double) OPERATIONS * points * (LEAST / (points * OPERATIONS));
    }

    /** {@return how many bytes of rows a call of "read" reads, a thread} */
    static double bytes(int n) {
        return 8.0 * n * n * passes(n);
    }

    private static int passes(int n) {
        return Math.max(1, LEAST / (n * n));
    }

    private static Work flops(int points) {
        double[] x = Inputs.uniform(1, 1, points)[0];
        double[] sum = new double[points];
        return () -> {
            for (int pass = 0; pass < LEAST / (points * OPERATIONS); pass++) {
                polynomial(x, sum);
            }
            return sum[0];
        };
    }

    /** Short, or C2 doesn't unroll it and so makes no vector instructions of it; two halves, that don't wait for each other. */
    private static void polynomial(double[] x, double[] sum) {
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            double a = ((v * 0.5 + 0.25) * v + 0.125) * v + 0.0625;
            double b = ((v * 0.4 + 0.24) * v + 0.124) * v + 0.0624;
            sum[i] = a * v + b;
        }
    }

    private static Work read(int n) {
        double[][] rows = Inputs.uniform(1, n, n);
        double[] y = new double[n];
        return () -> {
            for (int pass = 0; pass < passes(n); pass++) {
                for (int k = 0; k < rows.length; k += 4) {
                    add(rows[k], rows[k + 1], rows[k + 2], rows[k + 3], 1e-9 * k, y);
                }
            }
            return y[0];
        };
    }

    private static void add(double[] a, double[] b, double[] c, double[] d, double s, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += ((s * a[j] + s * b[j]) + s * c[j]) + s * d[j];
        }
    }
}
