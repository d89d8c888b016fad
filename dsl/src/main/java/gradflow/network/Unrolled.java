package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.model.Loss;
import gradflow.result.ClippedSteps;
import gradflow.result.Diagnosis;
import gradflow.result.Gates;
import gradflow.result.GradNorms;
import gradflow.result.InputGrads;
import gradflow.result.JacobianProduct;
import gradflow.result.JacobianProducts;
import gradflow.result.Lyapunov;
import gradflow.result.Spectrum;
import gradflow.result.States;
import gradflow.result.WeightGrad;
import gradflow.result.Why;
import java.util.Optional;

/**
 * A network that has run forward over T steps, and can be asked. Each question is answered by its own type, which shows
 * itself as a table.
 *
 * <pre>{@code
 * var net = rnn().hidden(8).unroll(50);
 * net.gradNorms()
 * net.states()
 * }</pre>
 */
public final class Unrolled {
    private final Run run;
    private final Loss loss;

    Unrolled(Run run, Loss loss) {
        this.run = run;
        this.loss = loss;
    }

    Optional<Mat> inputs() {
        return run.inputs();
    }

    /** {@return the same run with another loss L; the default is {@code sumLast()}, L = sum(h_T)} */
    public Unrolled loss(Loss other) {
        Check.present(other, "loss(L)", "L", this + ".loss(null)", "loss(sumLast())");
        return new Unrolled(run, run.fitting(other));
    }

    /** {@return ‖∂L/∂h_t‖ for t = 0..T, with ratios, rate per step, half-life and verdict} */
    public GradNorms gradNorms() {
        Memory.check(this, Answer.GRAD_NORMS);
        return run.gradNorms(loss);
    }

    /** {@return each step's loss charged to saturation, weights and alignment (lstm, gru: gates, recurrent weights)} */
    public Why why() {
        Memory.check(this, Answer.WHY);
        return run.why(loss);
    }

    /** {@return ‖h_t‖, mean |h_t|, the share of saturated units (lstm, gru: gate units) and the mean φ′ for t = 0..T} */
    public States states() {
        Memory.check(this, Answer.STATES);
        return run.states();
    }

    /** {@return for every t: ‖∂h_T/∂h_t‖₂, its smallest singular value and condition, beside the textbook's bounds} */
    public JacobianProducts jacobians() {
        Memory.check(this, Answer.JACOBIANS);
        return run.jacobians();
    }

    /** {@return ∂h_T/∂h_t, n×n, for t = 0..T (lstm: of (h, c), 2n×2n)} */
    public JacobianProduct jacobian(int t) {
        return jacobian(t, run.steps());
    }

    /** {@return ∂h_to/∂h_from, n×n, for 0 ≤ from ≤ to ≤ T (lstm: of (h, c), 2n×2n)} */
    public JacobianProduct jacobian(int from, int to) {
        String where = this + ".jacobian(" + from + ", " + to + ")";
        Check.within(0, run.steps(), to, "jacobian(from, to)", "to", where, "jacobian(0, " + run.steps() + ")");
        Check.within(0, to, from, "jacobian(from, to)", "from", where, "jacobian(0, " + to + ")");
        return run.jacobian(from, to);
    }

    /** {@return the Lyapunov exponents along this run, all n (lstm: 2n, of (h, c)), in nats a step} */
    public Lyapunov lyapunov() {
        return run.lyapunov(0);
    }

    /** {@return the k largest Lyapunov exponents, 1 ≤ k ≤ n (lstm: 2n), in nats a step; the work falls with k} */
    public Lyapunov lyapunov(int k) {
        Check.within(
                1,
                run.stateSize(),
                k,
                "lyapunov(k)",
                "k",
                this + ".lyapunov(" + k + ")",
                "lyapunov(1), the largest alone");
        return run.lyapunov(k);
    }

    /** {@return ∂L/∂W_hh, n×n (lstm: 4n×n, gru: 3n×n), and what each step t = 1..T contributes to it} */
    public WeightGrad weightGrad() {
        Memory.check(this, Answer.WEIGHT_GRAD);
        return run.weightGrad(loss);
    }

    /**
     * {@return what becomes of the gradient if it is clipped at every step on its way back: no ‖∂L/∂h_t‖ goes on with more than max}
     *
     * @param max positive
     */
    public ClippedSteps clipSteps(double max) {
        String text = Numerals.plain(max);
        if (!(max > 0) || Double.isInfinite(max)) {
            throw new Refusal(
                    "clipSteps(max): max must be a positive number, but was " + text,
                    this + ".clipSteps(" + text + ")",
                    "clipSteps(1)");
        }
        Memory.check(this, Answer.CLIP_STEPS);
        return run.clipSteps(loss, max);
    }

    /** {@return ‖∂L/∂x_t‖ for t = 1..T} */
    public InputGrads inputGrads() {
        Memory.check(this, Answer.INPUT_GRADS);
        return run.inputGrads(loss);
    }

    /** {@return what the gates do, and by which path the gradient comes back (lstm, gru)} */
    public Gates gates() {
        Memory.check(this, Answer.GATES);
        return run.gates(loss);
    }

    /**
     * The same experiment as a Python script for PyTorch 1.13 or newer: the same seed and draws, autograd in place of our
     * backward pass. Run, it prints ‖∂L/∂h_t‖ with ratios and logarithms (of an lstm also ‖∂L/∂c_t‖), ‖h_t‖, ‖∂L/∂x_t‖ and
     * ‖∂L/∂W_hh‖_F.
     *
     * <p>The printed digits are ours (PytorchScriptTest, with PyTorch 1.13), with two limits: PyTorch's normal draws can
     * differ from ours by 4e-7 relative, which can move a last printed digit; and where a double ends, at 1e-308 and
     * 1e308, the script shows 0 and inf. Weights that were loaded the script reads from their file again, by the same path.
     *
     * <pre>{@code
     * System.out.print(rnn().unroll(20).pytorch())
     * }</pre>
     *
     * @return the text of the script
     */
    public String pytorch() {
        return run.told().pytorch(loss);
    }

    /**
     * {@return what becomes of the signal and why, in words, and what mends it: each remedy run on this very network and its inputs}
     */
    public Diagnosis diagnose() {
        return Examination.of(run, loss);
    }

    Run run() {
        return run;
    }

    /** {@return the spectrum of W_hh; of an lstm or gru, of each gate's block} */
    public Spectrum spectrum() {
        return run.spectrum();
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        return run.told().expression(loss);
    }
}
