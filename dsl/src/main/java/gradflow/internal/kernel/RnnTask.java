package gradflow.internal.kernel;

/**
 * What a vanilla network runs on:
 *
 * <pre>
 * z_t = W_xh·x_t + W_hh·h_{t-1} + b        t = 1..T
 * h_t = carry·h_{t-1} + gain·φ(z_t)
 * </pre>
 *
 * <p>carry = 0 and gain = 1 is the textbook's network; carry = 1 adds a residual path, carry = 1 − gain leaks.
 *
 * @param whh W_hh, n×n
 * @param wxh W_xh, n×m; m = 0 for a network without input
 * @param bias b, a row of n
 * @param h0 h_0, a row of n
 * @param x the inputs, T×m: row t − 1 is x_t
 * @param steps T
 * @param phi φ
 * @param carry the weight of the path around φ
 * @param gain the weight of φ
 */
public record RnnTask(Mat whh, Mat wxh, Mat bias, Mat h0, Mat x, int steps, Pointwise phi, double carry, double gain) {

    /** {@return n, the number of units} */
    public int hidden() {
        return whh.rows();
    }
}
