package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;

/** A matrix that is there already: typed in, or trained elsewhere. */
record Given(Mat matrix) implements Recipe {
    private static final String WORD = "matrix(rows)";
    private static final String REMEDY = "matrix(new double[][] {{1, 2}, {3, 4}})";

    Given {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new Refusal(WORD + ": at least one entry is needed", Expression.matrix(matrix.toRows()), REMEDY);
        }
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                // The text of a large matrix takes longer than what is asked of it.
                if (!Double.isFinite(matrix.at(i, j))) {
                    String where = Expression.matrix(matrix.toRows());
                    double unused = Check.finite(matrix.at(i, j), WORD, "rows[" + i + "][" + j + "]", where, REMEDY);
                }
            }
        }
    }

    /** {@return a recipe for a copy of these rows, or refuses null and rows of unequal length} */
    static Given of(double[][] rows) {
        double[][] present = Check.present(rows, WORD, "rows", "matrix(null)", REMEDY);
        for (int i = 0; i < present.length; i++) {
            double[] row = Check.present(present[i], WORD, "rows[" + i + "]", "matrix(rows)", REMEDY);
            if (row.length != present[0].length) {
                throw new Refusal(
                        WORD + ": rows must have one length, but row 0 has " + present[0].length + " and row " + i
                                + " has " + row.length,
                        Expression.matrix(Arrays.copyOf(present, i + 1)),
                        REMEDY);
            }
        }
        return new Given(Mat.of(present));
    }

    /** {@return a recipe for a copy of this matrix, or refuses null} */
    static Given of(RealMatrix matrix) {
        return of(
                Check.present(matrix, "matrix(W)", "W", "matrix(null)", REMEDY).getData());
    }

    @Override
    public Mat draw(int rows, int columns, TorchRandom random) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw new Refusal(
                    WORD + ": a " + rows + "×" + columns + " matrix is needed, but this one is " + matrix.shape(),
                    toString(),
                    "a matrix of " + rows + " rows and " + columns + " columns");
        }
        return matrix;
    }

    @Override
    public TorchCode torch(int rows, int columns) {
        return TorchCode.matrix(matrix);
    }

    @Override
    public String toString() {
        return Expression.matrix(matrix.toRows());
    }

    @Override
    public Optional<Mat> given() {
        return Optional.of(matrix);
    }
}
