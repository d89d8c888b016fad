package gradflow.internal.kernel;

import java.util.Arrays;

/**
 * What a gated network runs on.
 *
 * @param cell LSTM or GRU
 * @param wih W_ih, Gn×m
 * @param whh W_hh, Gn×n
 * @param bih b_ih, a row of Gn
 * @param bhh b_hh, a row of Gn
 * @param start the state at t = 0, one row of n a vector
 * @param x the inputs, T×m: row t − 1 is x_t
 * @param steps T
 */
public record GatedTask(GatedCell cell, Mat wih, Mat whh, Mat bih, Mat bhh, Mat start, Mat x, int steps) {

    /** {@return n, the number of units} */
    public int hidden() {
        return whh.columns();
    }

    /** {@return the state at t = 0, one vector after the other} */
    double[] flatStart() {
        return Arrays.stream(start.shared()).flatMapToDouble(Arrays::stream).toArray();
    }
}
