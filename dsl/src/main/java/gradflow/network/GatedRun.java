package gradflow.network;

import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.FastGated;
import gradflow.internal.kernel.GatedKernel;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.LstmCell;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import gradflow.internal.kernel.Vectors;
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
import gradflow.result.Setting;
import gradflow.result.Spectrum;
import gradflow.result.States;
import gradflow.result.WeightGrad;
import gradflow.result.Why;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A gated network that has run: one small computation a question, each on the same tape. */
final class GatedRun implements Run {
    private static final GatedKernel KERNEL = new FastGated();

    private final GatedTask task;
    private final GatedKind kind;
    private final GatedTape tape;
    private final Told told;
    private final Supplier<List<Fact>> facts;

    private GatedRun(GatedTask task, GatedKind kind, Told told) {
        this.task = task;
        this.kind = kind;
        tape = KERNEL.forward(task);
        this.told = told;
        String keeper = kind.keeperLetter();
        facts = Lazy.of(() -> List.of(
                Fact.of("mean " + keeper, GateBlocks.mean(tape, kind.keeper()), Format.fixed(3)),
                Fact.of("‖W_hh‖₂", SingularValues.norm2(task.whh()), Format.fixed(3)),
                Fact.of("T", task.steps())));
    }

    static GatedRun of(GatedTask task, GatedKind kind, Told told) {
        return new GatedRun(task, kind, told);
    }

    @Override
    public Setting setting(Loss loss) {
        return told.setting(loss, facts, Findings.of(tape));
    }

    @Override
    public Told told() {
        return told;
    }

    @Override
    public boolean isGated() {
        return true;
    }

    @Override
    public double bytes(int steps) {
        return GatedTape.bytes(task.cell(), task.hidden(), steps);
    }

    @Override
    public int hidden() {
        return task.hidden();
    }

    @Override
    public Optional<Mat> inputs() {
        return Optional.of(task.x());
    }

    private void backward(Loss loss, GatedKernel.Steps steps) {
        if (tape.brokenAt() == 0) {
            KERNEL.backward(task, tape, seeds(loss), steps);
        }
    }

    @Override
    public GradNorms gradNorms(Loss loss) {
        int n = task.hidden();
        Scaled[] norms = new Scaled[task.steps() + 1];
        Scaled[] cellNorms = new Scaled[task.steps() + 1];
        Arrays.fill(norms, Scaled.of(Double.NaN));
        Arrays.fill(cellNorms, Scaled.of(Double.NaN));
        backward(loss, (t, state, exponent) -> {
            norms[t] = Vectors.norm(state, 0, n, exponent);
            if (kind.hasCell()) {
                cellNorms[t] = Vectors.norm(LstmCell.cellGradient(tape, t, state), 0, n, exponent);
            }
        });
        return kind.hasCell()
                ? new GradNorms(setting(loss), List.of(norms), List.of(cellNorms))
                : new GradNorms(setting(loss), List.of(norms));
    }

    @Override
    public List<Scaled> signal(Loss loss) {
        Scaled[] norms = new Scaled[task.steps() + 1];
        Arrays.fill(norms, Scaled.of(Double.NaN));
        backward(loss, (t, state, exponent) -> norms[t] = Vectors.norm(state, 0, state.length, exponent));
        return List.of(norms);
    }

    @Override
    public Run scaled(double k) {
        GatedTask scaled = new GatedTask(
                task.cell(),
                task.wih(),
                task.whh().times(k),
                task.bih(),
                task.bhh(),
                task.start(),
                task.x(),
                task.steps());
        return new GatedRun(scaled, kind, told);
    }

    @Override
    public int overflowAt() {
        return tape.brokenAt();
    }

    @Override
    public boolean bounded() {
        return true;
    }

    @Override
    public boolean hasBrokenOff() {
        return tape.brokenAt() > 0;
    }

    @Override
    public int reached() {
        return tape.reached();
    }

    @Override
    public int deadUnits() {
        return 0;
    }

    @Override
    public States states() {
        return new States(setting(Loss.sumLast()), GateBlocks.occupation(tape, kind));
    }

    private String stateLetter() {
        return kind.hasCell() ? "s" : "h";
    }

    private JacobianChain chain() {
        return new JacobianChain(stateSize(), task.steps(), tape.brokenAt() == 0, t -> StepJacobian.of(task, tape, t));
    }

    @Override
    public JacobianProducts jacobians() {
        JacobianChain chain = chain();
        return new JacobianProducts(
                setting(Loss.sumLast()),
                stateLetter(),
                chain.extremes(),
                List.of(chain.stepNorms(), GateBlocks.keptAtMost(tape, kind), chain.lyapunovRate()),
                chain::arrival);
    }

    @Override
    public int stateSize() {
        return task.hidden() * task.cell().vectors();
    }

    @Override
    public Growth growth() {
        return chain().growth();
    }

    @Override
    public Lyapunov lyapunov(int directions) {
        return chain().lyapunov(stateLetter(), directions, setting(Loss.sumLast()));
    }

    @Override
    public JacobianProduct jacobian(int from, int to) {
        return chain().product(stateLetter(), from, to, setting(Loss.sumLast()));
    }

    private GatedSums sums(Loss loss) {
        return sums(loss, Double.POSITIVE_INFINITY);
    }

    @Override
    public ClippedSteps clipSteps(Loss loss, double max) {
        GatedSums free = sums(loss);
        GatedSums clipped = sums(loss, max);
        return new ClippedSteps(
                setting(loss),
                max,
                clipped.clip().beside(free.clip().arriving()),
                Run.sum(clipped.whh(), free.whh(), tape.brokenAt() > 0));
    }

    private GatedSums sums(Loss loss, double max) {
        GatedSums sums = new GatedSums(task, tape, kind, max);
        backward(loss, sums);
        return sums;
    }

    @Override
    public WeightGrad weightGrad(Loss loss) {
        GatedSums sums = sums(loss);
        return new WeightGrad(setting(loss), sums.gradients(), sums.contributions(), sums.contributionsByGate());
    }

    @Override
    public InputGrads inputGrads(Loss loss) {
        InputNorms inputs = new InputNorms(task.wih(), task.steps());
        backward(loss, inputs);
        return new InputGrads(setting(loss), inputs.norms());
    }

    @Override
    public Spectrum spectrum() {
        return GateBlocks.spectrum(
                task.whh(),
                kind,
                told.label(),
                told.unrolled() + ".spectrum()",
                told.torch().seed());
    }

    @Override
    public Why why(Loss loss) {
        GateCauses causes = new GateCauses(task, tape, kind, loss.everyStep());
        backward(loss, causes);
        return new Why(setting(loss), causes.causes(), causes.steps());
    }

    @Override
    public Gates gates(Loss loss) {
        if (loss.everyStep()) {
            throw GateBlocks.onlyLast(told.expression(loss));
        }
        return new Gates(setting(loss), kind.gates(), kind.keeperLetter(), GateBlocks.steps(tape, kind), flows(loss));
    }

    private List<Gates.Flow> flows(Loss loss) {
        if (tape.brokenAt() > 0) {
            Scaled undefined = Scaled.of(Double.NaN);
            return Collections.nCopies(task.steps() + 1, new Gates.Flow(undefined, undefined, undefined, undefined));
        }
        return new GatePaths(task, tape, kind).of(loss.atLast(task.hidden()));
    }
}
