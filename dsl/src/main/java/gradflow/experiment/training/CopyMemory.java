package gradflow.experiment.training;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The copy memory problem: K symbols of S kinds are shown, and after T steps of blanks, on a signal, wanted back in their
 * order. T + 2K steps in all: K symbols, T − 1 blanks, the signal, K blanks; wanted are T + K blanks and the K symbols. Inputs are
 * one-hot, S symbols, then blank, then signal; answers have S + 1 classes. The loss is the cross-entropy, the mean over all steps.
 *
 * <p>Who remembers nothing answers blanks, guesses at the end, and has L = K·ln S/(T + 2K). The literature has 10 symbols
 * of 8 kinds.
 *
 * <p>A batch of B sequences is drawn as {@code torch.randint(0, S, (B, K))}.
 *
 * @see "Hochreiter, Schmidhuber (1997), Long Short-Term Memory; in this form Arjovsky, Shah, Bengio (2016), Unitary Evolution
 *     Recurrent Neural Networks, § 4.1"
 */
public final class CopyMemory extends Task {
    private static final int LEAST_KINDS = 2;
    private static final int MOST_KINDS = 100_000;

    /** So that T + 2K is an int. */
    private static final int MOST_STEPS = 1_000_000_000;

    private static final int MOST_LENGTH = 100_000_000;

    private final int delay;
    private final int kinds;
    private final int length;
    private final String expression;

    private CopyMemory(int delay, int kinds, int length, String expression) {
        this.delay = delay;
        this.kinds = kinds;
        this.length = length;
        this.expression = expression;
    }

    /** {@return the problem with 10 symbols of so many kinds, to be kept for T steps} */
    public static CopyMemory of(int delay, int kinds) {
        return checked(delay, kinds, 10, "copyMemory(" + delay + ", " + kinds + ")");
    }

    /** {@return the problem with so many symbols of so many kinds, to be kept for T steps} */
    public static CopyMemory of(int delay, int kinds, int length) {
        return checked(delay, kinds, length, "copyMemory(" + delay + ", " + kinds + ", " + length + ")");
    }

    private static CopyMemory checked(int delay, int kinds, int length, String where) {
        String word = "copyMemory(T, symbols)";
        Check.atLeast(1, delay, word, "T", where, "copyMemory(20, 8)");
        Check.atLeast(LEAST_KINDS, kinds, word, "symbols", where, "copyMemory(20, 8)");
        String all = "copyMemory(T, symbols, length)";
        int unusedDelay = Check.within(1, MOST_STEPS, delay, word, "T", where, "copyMemory(20, 8)");
        int unusedKinds = Check.within(LEAST_KINDS, MOST_KINDS, kinds, word, "symbols", where, "copyMemory(20, 8)");
        Check.atLeast(1, length, all, "length", where, "copyMemory(20, 8, 10)");
        int unusedLength = Check.within(1, MOST_LENGTH, length, all, "length", where, "copyMemory(20, 8, 10)");
        return new CopyMemory(delay, kinds, length, where);
    }

    @Override
    public int input() {
        return kinds + 2;
    }

    @Override
    public int steps() {
        return delay + 2 * length;
    }

    @Override
    public int outputs() {
        return kinds + 1;
    }

    @Override
    public OptionalDouble chance() {
        return OptionalDouble.of(length * StrictMath.log(kinds) / steps());
    }

    @Override
    String memoryless() {
        return "answering blanks, and guessing at the end,";
    }

    @Override
    Objective objective() {
        return Objective.CROSS_ENTROPY;
    }

    @Override
    Source source() {
        return (count, random) -> {
            Mat symbols = random.randint(count, length, 0, kinds);
            List<Mat> inputs = new ArrayList<>();
            List<Mat> targets = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int sequence = k;
                inputs.add(Mat.filled(steps(), input(), (t, j) -> j == shown(t, symbols, sequence) ? 1 : 0));
                targets.add(Mat.filled(steps(), 1, (t, j) -> wanted(t, symbols, sequence)));
            }
            return new Sequences(inputs, targets);
        };
    }

    private int shown(int t, Mat symbols, int sequence) {
        int signal = delay + length - 1;
        return t < length ? (int) symbols.at(sequence, t) : t == signal ? kinds + 1 : kinds;
    }

    private double wanted(int t, Mat symbols, int sequence) {
        int recall = delay + length;
        return t < recall ? kinds : symbols.at(sequence, t - recall);
    }

    @Override
    String torch(int batch, String where) {
        return """
                def batch(step):
                    symbols = torch.randint(0, %S, (%B, %K))
                    shown = torch.full((%B, %T), %S)
                    shown[:, :%K] = symbols
                    shown[:, %R - 1] = %S + 1
                    target = torch.full((%B, %T), %S)
                    target[:, %R:] = symbols
                    return nn.functional.one_hot(shown.T, %S + 2).double(), target.T
                """.replace("%S", "" + kinds)
                .replace("%B", "" + batch)
                .replace("%K", "" + length)
                .replace("%T", "" + steps())
                .replace("%R", "" + (delay + length));
    }

    @Override
    String torchLoss() {
        return "nn.functional.cross_entropy(readout(torch.stack(h[1:])).flatten(0, 1), target.flatten())";
    }

    @Override
    public String toString() {
        return expression;
    }
}
