package gradflow.experiment.training;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The adding problem: of T numbers two are marked, and their sum is wanted at the end. x_t = (u_t, m_t) with numbers u_t ~ U(0, 1)
 * and marks m_t, which are 0 but for one 1 in the first half, steps 1..⌊T/2⌋, and one in the rest. L = (y − Σ m_t·u_t)², y = V·h_T + c.
 *
 * <p>Who remembers nothing does best to answer 1 and has the variance of the sum, 1/6.
 *
 * <p>A batch of B sequences is drawn as {@code torch.rand(B, T)}, the numbers; {@code torch.randint(0, T // 2, (B, 1))} and
 * {@code torch.randint(T // 2, T, (B, 1))}, the places of the marks, from 0.
 *
 * @see "Hochreiter, Schmidhuber (1997), Long Short-Term Memory, § 5.4; in this form Arjovsky, Shah, Bengio (2016), Unitary
 *     Evolution Recurrent Neural Networks, § 4.2"
 */
public final class AddingProblem extends Task {
    private static final int LEAST = 2;

    private final int steps;

    private AddingProblem(int steps) {
        this.steps = steps;
    }

    /** {@return the problem over T ≥ 2 steps} */
    public static AddingProblem of(int steps) {
        Check.atLeast(LEAST, steps, "addingProblem(T)", "T", "addingProblem(" + steps + ")", "addingProblem(20)");
        return new AddingProblem(steps);
    }

    @Override
    public int input() {
        return 2;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public OptionalDouble chance() {
        return OptionalDouble.of(1 / 6.0);
    }

    @Override
    String memoryless() {
        return "always answering 1";
    }

    @Override
    Objective objective() {
        return Objective.SQUARED_ERROR;
    }

    @Override
    Source source() {
        return (count, random) -> {
            Mat values = random.rand(count, steps);
            Mat first = random.randint(count, 1, 0, steps / 2);
            Mat second = random.randint(count, 1, steps / 2, steps);
            List<Mat> inputs = new ArrayList<>();
            List<Mat> targets = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int sequence = k;
                int one = (int) first.at(k, 0);
                int other = (int) second.at(k, 0);
                inputs.add(Mat.filled(
                        steps, 2, (t, j) -> j == 0 ? values.at(sequence, t) : t == one || t == other ? 1 : 0));
                targets.add(Mat.of(new double[][] {{values.at(k, one) + values.at(k, other)}}));
            }
            return new Sequences(inputs, targets);
        };
    }

    @Override
    String torch(int batch, String where) {
        return """
                def batch(step):
                    values = torch.rand(%B, %T)
                    marks = torch.zeros(%B, %T)
                    marks.scatter_(1, torch.randint(0, %H, (%B, 1)), 1)
                    marks.scatter_(1, torch.randint(%H, %T, (%B, 1)), 1)
                    x = torch.stack([values, marks], 2).double()
                    return x.transpose(0, 1), (values * marks).double().sum(1, keepdim=True)
                """.replace("%B", "" + batch).replace("%T", "" + steps).replace("%H", "" + steps / 2);
    }

    @Override
    String torchLoss() {
        return "nn.functional.mse_loss(readout(h[-1]), target)";
    }

    @Override
    public String toString() {
        return "addingProblem(" + steps + ")";
    }
}
