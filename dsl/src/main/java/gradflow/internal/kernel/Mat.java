package gradflow.internal.kernel;

import java.util.Arrays;

/** An immutable matrix with value equality. Rows are separate arrays, since that is what C2 vectorises. */
public final class Mat {
    private final double[][] rows;
    private final int columns;

    private Mat(double[][] rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** {@return a matrix with a copy of these rows, which must have one length} */
    public static Mat of(double[][] rows) {
        double[][] copy = new double[rows.length][];
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " entries, row 0 " + columns);
            }
            copy[i] = rows[i].clone();
        }
        return new Mat(copy, columns);
    }

    /** {@return the matrix with these entries} */
    public static Mat filled(int rows, int columns, Entry entry) {
        double[][] values = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i][j] = entry.at(i, j);
            }
        }
        return new Mat(values, columns);
    }

    /** An entry as a function of row and column, both from 0. */
    @FunctionalInterface
    public interface Entry {
        /** {@return the entry in row i, column j} */
        double at(int i, int j);
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows.length;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    /** {@return the entry in row i, column j, both from 0} */
    public double at(int i, int j) {
        return rows[i][j];
    }

    /** {@return a copy of the rows} */
    public double[][] toRows() {
        return of(rows).rows;
    }

    /** {@return the rows themselves, for loops that only read} */
    double[][] shared() {
        return rows;
    }

    /** {@return this matrix transposed} */
    public Mat transposed() {
        return filled(columns, rows.length, (i, j) -> rows[j][i]);
    }

    /** {@return k · this} */
    public Mat times(double k) {
        return filled(rows.length, columns, (i, j) -> k * rows[i][j]);
    }

    /** {@return this + other, of the same shape} */
    public Mat plus(Mat other) {
        return filled(rows.length, columns, (i, j) -> rows[i][j] + other.rows[i][j]);
    }

    /** {@return whether every entry is a finite number} */
    public boolean isFinite() {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** {@return the shape, as 3×4} */
    public String shape() {
        return rows.length + "×" + columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mat that && columns == that.columns && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }
}
