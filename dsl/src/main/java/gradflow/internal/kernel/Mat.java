package gradflow.internal.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable matrix with value equality. Rows are separate arrays, since that is what C2 vectorises. */
public final class Mat {
    private static final int TILE = 32;

    private final double[][] rows;
    private final int columns;
    private @Nullable Mat turned;

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

    /** {@return the matrix with these rows themselves, which nobody may write to any more} */
    static Mat owning(double[][] rows, int columns) {
        return new Mat(rows, columns);
    }

    /** {@return the matrix with these entries} */
    public static Mat filled(int rows, int columns, Entry entry) {
        double[][] values = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            Interrupts.poll();
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

    /** {@return a copy of row i, from 0} */
    public double[] row(int i) {
        return rows[i].clone();
    }

    /** {@return the rows themselves, for loops that only read} */
    double[][] shared() {
        return rows;
    }

    /** {@return this matrix transposed; made once, since every run over the same weights asks for it} */
    public Mat transposed() {
        Mat known = turned;
        if (known == null) {
            known = new Mat(turnedRows(), rows.length);
            known.turned = this;
            turned = known;
        }
        return known;
    }

    /** By tiles, or each entry of a large matrix would come from a cache line of its own. */
    private double[][] turnedRows() {
        double[][] result = new double[columns][rows.length];
        for (int top = 0; top < rows.length; top += TILE) {
            for (int first = 0; first < columns; first += TILE) {
                for (int i = top; i < Math.min(top + TILE, rows.length); i++) {
                    double[] row = rows[i];
                    for (int j = first; j < Math.min(first + TILE, columns); j++) {
                        result[j][i] = row[j];
                    }
                }
            }
        }
        return result;
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
