package gradflow.bench;

import gradflow.internal.kernel.GatedCell;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Saturating;

/** The numbers that every side computes with; peers.py makes the same, bit for bit. */
final class Inputs {
    /** The length of x_t. */
    static final int INPUTS = 2;

    private static final double GAIN = 0.95;

    private Inputs() {}

    /** {@return U(−1, 1) by splitmix64, {@code [rows][columns]}} */
    static double[][] uniform(long seed, int rows, int columns) {
        double[][] values = new double[rows][columns];
        long index = seed << 32;
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = (mixed(++index) >>> 11) * 0x1p-52 - 1;
            }
        }
        return values;
    }

    private static long mixed(long index) {
        long z = index * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** {@return a matrix whose entries have the variance 0.95²/columns} */
    static double[][] weights(long seed, int rows, int columns) {
        return times(GAIN * Math.sqrt(3.0 / columns), uniform(seed, rows, columns));
    }

    static double[][] times(double k, double[][] rows) {
        double[][] product = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            product[i] = rows[i].clone();
            for (int j = 0; j < product[i].length; j++) {
                product[i][j] *= k;
            }
        }
        return product;
    }

    static double[][] sequence(int steps) {
        return times(0.5, uniform(3, steps, INPUTS));
    }

    static RnnTask rnn(double[][] whh, int steps) {
        int n = whh.length;
        return new RnnTask(
                Mat.of(whh),
                Mat.of(weights(2, n, INPUTS)),
                zeros(n),
                zeros(n),
                Mat.of(sequence(steps)),
                steps,
                Saturating.TANH,
                0,
                1);
    }

    static GatedTask gated(GatedCell cell, int n, int steps) {
        int rows = cell.gates() * n;
        return new GatedTask(
                cell,
                Mat.of(weights(2, rows, INPUTS)),
                Mat.of(weights(1, rows, n)),
                zeros(rows),
                zeros(rows),
                Mat.of(new double[cell.vectors()][n]),
                Mat.of(sequence(steps)),
                steps);
    }

    private static Mat zeros(int n) {
        return Mat.of(new double[1][n]);
    }
}
