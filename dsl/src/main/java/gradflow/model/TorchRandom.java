package gradflow.model;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;

/**
 * PyTorch's random numbers on a CPU: after {@code new TorchRandom(s)} the draws are those after
 * {@code torch.manual_seed(s)}, float32 widened to double, row by row.
 *
 * <p>Uniform draws agree bit for bit. Normal draws agree to 1e-6 relative (TorchRandomTest), since PyTorch's vectorised
 * logarithm and cosine round differently from one build to the next; ours are StrictMath's, rounded to float32.
 *
 * <p>A draw changes the state, so the order of the draws matters.
 */
public final class TorchRandom {
    /** PyTorch draws this many normal values or more in blocks of this size, fewer one by one. */
    private static final int BLOCK = 16;

    private static final float TWO_PI = (float) (2 * Math.PI);

    private final Mt19937 bits;
    private double spare;
    private boolean hasSpare;

    /** @param seed any 64 bits; as in PyTorch, only the low 32 count */
    public TorchRandom(long seed) {
        bits = new Mt19937((int) seed);
    }

    /** {@return {@code torch.rand(rows, columns)}: uniform on [0, 1)} */
    public Mat rand(int rows, int columns) {
        return uniform(rows, columns, 0, 1);
    }

    /** {@return {@code torch.empty(rows, columns).uniform_(from, to)}} */
    public Mat uniform(int rows, int columns, double from, double to) {
        return shaped(rows, columns, uniform(Math.multiplyExact(rows, columns), (float) from, (float) to));
    }

    /** {@return {@code torch.randn(rows, columns)}: normal with mean 0 and standard deviation 1} */
    public Mat randn(int rows, int columns) {
        return normal(rows, columns, 1);
    }

    /** {@return {@code torch.empty(rows, columns).normal_(0, std)}} */
    public Mat normal(int rows, int columns, double std) {
        int size = Math.multiplyExact(rows, columns);
        return shaped(rows, columns, size < BLOCK ? normalOneByOne(size, std) : normalInBlocks(size, (float) std));
    }

    /** {@return {@code torch.randint(from, to, (rows, columns))}: whole numbers, from ≤ k &lt; to} */
    public Mat randint(int rows, int columns, int from, int to) {
        long range = (long) to - from;
        return Mat.filled(rows, columns, (i, j) -> from + (bits.next() & 0xffffffffL) % range);
    }

    private float[] uniform(int size, float from, float to) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            if (i % BLOCK == 0) {
                Interrupts.poll();
            }
            // One rounding, not two: PyTorch's compiled loop fuses the product and the sum.
            values[i] = Math.fma((bits.next() & 0xffffff) * 0x1p-24f, to - from, from);
        }
        return values;
    }

    private float[] normalOneByOne(int size, double std) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (nextNormal() * std);
        }
        return values;
    }

    /** Box–Muller in double. It makes two values; the second waits for the next call, across draws of any kind. */
    private double nextNormal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double angle = 2 * Math.PI * nextDouble();
        double radius = Math.sqrt(-2 * StrictMath.log1p(-nextDouble()));
        spare = radius * StrictMath.sin(angle);
        hasSpare = true;
        return radius * StrictMath.cos(angle);
    }

    private double nextDouble() {
        long high = bits.next();
        long low = bits.next() & 0xffffffffL;
        return ((high << 32 | low) & (1L << 53) - 1) * 0x1p-53;
    }

    /** Box–Muller in float32 on blocks of 16. A last block that isn't full is drawn anew, together with its overlap. */
    private float[] normalInBlocks(int size, float std) {
        float[] values = uniform(size, 0, 1);
        for (int start = 0; start + BLOCK <= size; start += BLOCK) {
            Interrupts.poll();
            boxMuller(values, start, std);
        }
        if (size % BLOCK != 0) {
            System.arraycopy(uniform(BLOCK, 0, 1), 0, values, size - BLOCK, BLOCK);
            boxMuller(values, size - BLOCK, std);
        }
        return values;
    }

    private static void boxMuller(float[] values, int start, float std) {
        int half = BLOCK / 2;
        for (int i = start; i < start + half; i++) {
            float radius = (float) Math.sqrt(-2 * (float) StrictMath.log(1 - values[i]));
            float angle = TWO_PI * values[i + half];
            values[i] = radius * (float) StrictMath.cos(angle) * std;
            values[i + half] = radius * (float) StrictMath.sin(angle) * std;
        }
    }

    private static Mat shaped(int rows, int columns, float[] values) {
        return Mat.filled(rows, columns, (i, j) -> values[i * columns + j]);
    }
}
