package gradflow.network;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.FastRnn;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import gradflow.internal.kernel.Trajectory;
import gradflow.internal.kernel.Vectors;
import gradflow.model.Activation;
import gradflow.model.Loss;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.result.ClippedSteps;
import gradflow.result.Gates;
import gradflow.result.GradNorms;
import gradflow.result.InputGrads;
import gradflow.result.JacobianProduct;
import gradflow.result.JacobianProducts;
import gradflow.result.Lyapunov;
import gradflow.result.Predictor;
import gradflow.result.Setting;
import gradflow.result.Spectrum;
import gradflow.result.States;
import gradflow.result.Steepest;
import gradflow.result.WeightGrad;
import gradflow.result.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A vanilla network that has run: one small computation a question, each on the same trajectory. */
final class RnnRun implements Run {
    private static final RnnKernel KERNEL = new FastRnn();

    private final RnnTask task;
    private final Activation phi;
    private final Trajectory trajectory;
    private final Told told;
    private final Supplier<List<Fact>> facts;
    /** Looking for them takes a walk over all states. */
    private final Supplier<List<String>> findings;

    private RnnRun(RnnTask task, Activation phi, Told told) {
        this.task = task;
        this.phi = phi;
        trajectory = KERNEL.forward(task);
        this.told = told;
        findings = Lazy.of(() -> Findings.of(trajectory));
        // The eigenvalues of a large matrix take longer than its gradients, and only a table shows them.
        facts = Lazy.of(() -> List.of(
                Fact.of("ρ(W_hh)", Eigenvalues.spectralRadius(task.whh()), Format.fixed(3)),
                Fact.of("‖W_hh‖₂", SingularValues.norm2(task.whh()), Format.fixed(3)),
                Fact.of("T", task.steps())));
    }

    static RnnRun of(RnnTask task, Activation phi, Told told) {
        return new RnnRun(task, phi, told);
    }

    @Override
    public Setting setting(Loss loss) {
        return told.setting(loss, facts, findings.get());
    }

    @Override
    public Told told() {
        return told;
    }

    @Override
    public boolean isGated() {
        return false;
    }

    @Override
    public double bytes(int steps) {
        return Trajectory.bytes(task.hidden(), steps);
    }

    @Override
    public int hidden() {
        return task.hidden();
    }

    @Override
    public Optional<Mat> inputs() {
        return task.wxh().columns() == 0 ? Optional.empty() : Optional.of(task.x());
    }

    @Override
    public List<Scaled> signal(Loss loss) {
        Scaled[] norms = new Scaled[task.steps() + 1];
        Arrays.fill(norms, Scaled.of(Double.NaN));
        if (trajectory.brokenAt() == 0) {
            KERNEL.backward(
                    task,
                    trajectory,
                    seeds(loss),
                    (t, g, exponent) -> norms[t] = Vectors.norm(g, 0, g.length, exponent));
        }
        return List.of(norms);
    }

    @Override
    public GradNorms gradNorms(Loss loss) {
        return new GradNorms(setting(loss), signal(loss));
    }

    @Override
    public Run scaled(double k) {
        RnnTask scaled = new RnnTask(
                task.whh().times(k),
                task.wxh(),
                task.bias(),
                task.h0(),
                task.x(),
                task.steps(),
                task.phi(),
                task.carry(),
                task.gain());
        return new RnnRun(scaled, phi, told);
    }

    @Override
    public int overflowAt() {
        return trajectory.overflowAt();
    }

    @Override
    public boolean bounded() {
        return !task.phi().homogeneous() && Math.abs(task.carry()) < 1;
    }

    @Override
    public boolean hasBrokenOff() {
        return trajectory.brokenAt() > 0;
    }

    @Override
    public int reached() {
        return hasBrokenOff() ? trajectory.brokenAt() - 1 : task.steps();
    }

    @Override
    public int deadUnits() {
        int reached = reached();
        return (int) IntStream.range(0, task.hidden())
                .filter(i -> reached > 0
                        && IntStream.rangeClosed(1, reached)
                                .allMatch(t -> trajectory.slope(t, i).significand() == 0))
                .count();
    }

    private WeightSums sums(Loss loss) {
        return sums(loss, Double.POSITIVE_INFINITY);
    }

    private WeightSums sums(Loss loss, double max) {
        return WeightSums.of(KERNEL, task, trajectory, seeds(loss), max);
    }

    @Override
    public ClippedSteps clipSteps(Loss loss, double max) {
        WeightSums free = sums(loss);
        WeightSums clipped = sums(loss, max);
        return new ClippedSteps(
                setting(loss),
                max,
                clipped.clip().beside(free.clip().arriving()),
                Run.sum(clipped.whh(), free.whh(), trajectory.brokenAt() > 0));
    }

    @Override
    public InputGrads inputGrads(Loss loss) {
        InputNorms inputs = new InputNorms(task.wxh(), task.steps());
        if (!hasBrokenOff()) {
            KERNEL.backward(task, trajectory, seeds(loss), inputs);
        }
        return new InputGrads(setting(loss), inputs.norms());
    }

    @Override
    public WeightGrad weightGrad(Loss loss) {
        WeightSums sums = sums(loss);
        return new WeightGrad(setting(loss), sums.gradients(), sums.contributions());
    }

    @Override
    public States states() {
        return new States(setting(Loss.sumLast()), Occupation.of(trajectory, Steepest.of(phi)));
    }

    private JacobianChain chain() {
        return new JacobianChain(
                task.hidden(), task.steps(), trajectory.brokenAt() == 0, t -> StepJacobian.of(task, trajectory, t));
    }

    @Override
    public JacobianProducts jacobians() {
        JacobianChain chain = chain();
        List<Predictor> predictors = new ArrayList<>(JacobianChain.predictors(task, trajectory));
        if (!hasBrokenOff()) {
            predictors.add(chain.lyapunovRate());
            MeanFieldRate.of(task).ifPresent(predictors::add);
        }
        return new JacobianProducts(setting(Loss.sumLast()), "h", chain.extremes(), predictors, chain::arrival);
    }

    @Override
    public int stateSize() {
        return task.hidden();
    }

    @Override
    public Growth growth() {
        return chain().growth();
    }

    @Override
    public Lyapunov lyapunov(int directions) {
        return chain().lyapunov("h", directions, setting(Loss.sumLast()));
    }

    @Override
    public JacobianProduct jacobian(int from, int to) {
        return chain().product("h", from, to, setting(Loss.sumLast()));
    }

    @Override
    public Why why(Loss loss) {
        StepCauses causes = new StepCauses(task, task.carry() != 0 || task.gain() != 1 || loss.everyStep());
        if (trajectory.brokenAt() == 0) {
            KERNEL.backward(task, trajectory, seeds(loss), causes);
        }
        return new Why(setting(loss), causes.causes(), causes.steps());
    }

    @Override
    public Gates gates(Loss loss) {
        throw new Refusal(
                "gates(): a vanilla network has none",
                told.expression(loss) + ".gates()",
                "states(), or the same question of lstm() or gru()");
    }

    @Override
    public Spectrum spectrum() {
        return Spectrum.of(
                task.whh(),
                told.label().map(name -> name + ": W_hh").orElse("W_hh"),
                told.unrolled() + ".spectrum()",
                told.torch().seed());
    }
}
