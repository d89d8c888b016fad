package gradflow.internal.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Reads y = V·h_t + c of states, compares it with targets, and says what each state would have to be: ∂L/∂h_t. L is the mean
 * over the sequences and the steps that are read. One of these serves one pass.
 */
public final class Readout implements Pass.Seeds {
    private static final double[] ONE = {1};

    private final Mat weight;
    private final Mat bias;
    private final Objective objective;
    private final List<Mat> targets;
    private final int steps;
    private final boolean everyStep;
    private final double answers;
    private final OuterSum weightSum;
    private final OuterSum biasSum;
    private final double[] y;
    private final double[] slope;
    private double sum;

    /**
     * @param weight V, a row an output
     * @param bias c, a row
     * @param objective what is minimised
     * @param targets of each sequence, a row a step: as many as there are steps, or one, of the last step
     * @param steps T
     */
    public Readout(Mat weight, Mat bias, Objective objective, List<Mat> targets, int steps) {
        this.weight = weight;
        this.bias = bias;
        this.objective = objective;
        this.targets = targets;
        this.steps = steps;
        int rows = targets.get(0).rows();
        everyStep = rows > 1;
        answers = (double) targets.size() * rows;
        weightSum = new OuterSum(weight.rows(), weight.columns());
        biasSum = new OuterSum(1, weight.rows());
        y = new double[weight.rows()];
        slope = new double[weight.rows()];
    }

    @Override
    public boolean seed(int sequence, int t, double[] h, double[] own) {
        if (t < steps && !everyStep) {
            return false;
        }
        Vectors.copy(bias.shared()[0], 0, y);
        Rows.addCombination(weight.transposed().shared(), h, y);
        sum += objective.loss(y, targets.get(sequence).shared()[everyStep ? t - 1 : 0], slope);
        for (int i = 0; i < slope.length; i++) {
            slope[i] /= answers;
        }
        weightSum.add(slope, h, 0, 0);
        biasSum.add(ONE, slope, 0, 0);
        Arrays.fill(own, 0);
        Rows.addCombination(weight.shared(), slope, own);
        return true;
    }

    /** {@return L of the pass, once it has gone back} */
    public double loss() {
        return sum / answers;
    }

    /** {@return ∂L/∂V and ∂L/∂c} */
    public List<Pass.Gradient> gradients() {
        return List.of(Pass.Gradient.of(weightSum), Pass.Gradient.of(biasSum));
    }
}
