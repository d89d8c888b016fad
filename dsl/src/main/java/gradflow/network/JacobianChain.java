package gradflow.network;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.FactoredProduct;
import gradflow.internal.analysis.LogDeterminant;
import gradflow.internal.analysis.LyapunovSpectrum;
import gradflow.internal.analysis.ScaledProduct;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.Carried;
import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import gradflow.internal.kernel.Trajectory;
import gradflow.result.JacobianProduct;
import gradflow.result.JacobianProducts;
import gradflow.result.Lyapunov;
import gradflow.result.Predictor;
import gradflow.result.Setting;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Products of step Jacobians, from the last step back, and what is put in their place. */
final class JacobianChain {
    private static final Scaled UNDEFINED = Scaled.of(Double.NaN);

    private final int size;
    private final int steps;
    private final boolean defined;
    private final IntFunction<StepJacobian> step;

    /**
     * @param size of the state
     * @param steps T
     * @param defined whether the forward pass reached T; otherwise there is nothing to multiply, and all is NaN
     * @param step the Jacobian of step t = 1..T
     */
    JacobianChain(int size, int steps, boolean defined, IntFunction<StepJacobian> step) {
        this.size = size;
        this.steps = steps;
        this.defined = defined;
        this.step = step;
    }

    /** {@return the largest and smallest singular values of ∂h_T/∂h_t, t = 0..T} */
    List<JacobianProducts.Extremes> extremes() {
        if (!defined) {
            return Collections.nCopies(steps + 1, new JacobianProducts.Extremes(UNDEFINED, UNDEFINED, undefined()));
        }
        JacobianProducts.Extremes[] rows = new JacobianProducts.Extremes[steps + 1];
        FactoredProduct product = FactoredProduct.identity(size);
        rows[steps] = extremes(product);
        for (int t = steps; t >= 1; t--) {
            StepJacobian jacobian = step.apply(t);
            product.step(jacobian.slopes(), jacobian.rows(), jacobian.exponent());
            rows[t - 1] = extremes(product);
        }
        return List.of(rows);
    }

    private static JacobianProducts.Extremes extremes(FactoredProduct product) {
        return new JacobianProducts.Extremes(
                product.norm(),
                product.smallest(),
                Arrays.stream(product.leadingDirection()).boxed().toList());
    }

    private List<Double> undefined() {
        return Collections.nCopies(size, Double.NaN);
    }

    /** {@return ∏ of the norms of the step Jacobians, an upper bound} */
    Predictor stepNorms() {
        if (!defined) {
            return new Predictor(Predictor.STEPS, true, Collections.nCopies(steps + 1, UNDEFINED));
        }
        Scaled[] products = new Scaled[steps + 1];
        products[steps] = Scaled.of(1);
        for (int t = steps; t >= 1; t--) {
            FactoredProduct one = FactoredProduct.identity(size);
            StepJacobian jacobian = step.apply(t);
            one.step(jacobian.slopes(), jacobian.rows(), jacobian.exponent());
            products[t - 1] = products[t].times(one.norm());
        }
        return new Predictor(Predictor.STEPS, true, List.of(products));
    }

    /** {@return ∂h_to/∂h_from} */
    JacobianProduct product(String state, int from, int to, Setting setting) {
        String name = "∂" + state + "_" + to + "/∂" + state + "_" + from;
        String question = "jacobian(" + from + ", " + to + ")";
        return new JacobianProduct(
                setting, name, question, Lazy.of(() -> entries(from, to)), Lazy.of(() -> singularValues(from, to)));
    }

    private Mat entries(int from, int to) {
        if (!defined) {
            return Mat.filled(size, size, (i, j) -> Double.NaN);
        }
        ScaledProduct product = ScaledProduct.identity(size);
        for (int t = to; t > from; t--) {
            StepJacobian jacobian = step.apply(t);
            product.step(jacobian.slopes(), jacobian.rows(), jacobian.exponent());
        }
        return product.matrix();
    }

    /** {@return the singular values of the product, which its entries don't have: see {@link FactoredProduct}} */
    private List<Scaled> singularValues(int from, int to) {
        if (!defined) {
            return Collections.nCopies(size, UNDEFINED);
        }
        FactoredProduct product = FactoredProduct.identity(size);
        for (int t = to; t > from; t--) {
            StepJacobian jacobian = step.apply(t);
            product.step(jacobian.slopes(), jacobian.rows(), jacobian.exponent());
        }
        return List.of(product.singularValues());
    }

    /** {@return the Lyapunov exponents of the steps, the largest {@code directions} of them, 0 for all} */
    Lyapunov lyapunov(String state, int directions, Setting setting) {
        int count = directions == 0 ? size : directions;
        return new Lyapunov(
                setting,
                "lyapunov(" + (directions == 0 ? "" : directions) + ")",
                state,
                defined ? LyapunovSpectrum.of(size, count, steps, step) : LyapunovSpectrum.undefined(size, count),
                () -> defined ? LogDeterminant.mean(steps, step) : Double.NaN);
    }

    /** {@return λ_1 alone, exactly where every step has the same Jacobian} */
    Growth growth() {
        return defined ? Growth.of(size, steps, step) : Growth.UNDEFINED;
    }

    /** {@return what the textbook puts in place of the norms of a vanilla network} */
    static List<Predictor> predictors(RnnTask task, Trajectory run) {
        String head = task.carry() == 0 && task.gain() == 1 ? Predictor.CHAIN : Predictor.AROUND;
        if (run.brokenAt() > 0) {
            return List.of(new Predictor(head, true, Collections.nCopies(task.steps() + 1, UNDEFINED)));
        }
        Scaled norm = SingularValues.scaledNorm2(task.whh());
        Scaled radius = Eigenvalues.of(task.whh()).scaledRadius();
        // With a path around φ one step is carry·I + gain·D·W.
        Scaled carry = Scaled.of(Math.abs(task.carry()));
        Scaled gain = Scaled.of(Math.abs(task.gain()));
        int steps = task.steps();
        Scaled[] chain = new Scaled[steps + 1];
        Scaled[] power = new Scaled[steps + 1];
        Scaled[] eigen = new Scaled[steps + 1];
        chain[steps] = Scaled.of(1);
        power[steps] = Scaled.of(1);
        eigen[steps] = Scaled.of(1);
        for (int t = steps; t >= 1; t--) {
            chain[t - 1] =
                    chain[t].times(carry.plus(gain.times(steepest(run, t)).times(norm)));
            power[t - 1] = power[t].times(norm);
            eigen[t - 1] = eigen[t].times(radius);
        }
        return List.of(
                new Predictor(head, true, List.of(chain)),
                new Predictor(Predictor.POWER, task.carry() == 0 && flat(run, gain), List.of(power)),
                new Predictor(Predictor.RADIUS, false, List.of(eigen)));
    }

    /** {@return whether |gain·φ′| ≤ 1 at every step, so that no step exceeds ‖W‖₂} */
    private static boolean flat(Trajectory run, Scaled gain) {
        for (int t = 1; t <= run.steps(); t++) {
            if (gain.times(steepest(run, t)).compareTo(Scaled.of(1)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return e^(λ(T−t)) with the largest Lyapunov exponent of the steps} */
    Predictor lyapunovRate() {
        double lambda = defined ? LyapunovSpectrum.of(size, 1, steps, step).exponents()[0] : Double.NaN;
        Scaled[] powers = new Scaled[steps + 1];
        Scaled factor = Double.isInfinite(lambda) ? Scaled.ZERO : Scaled.of(StrictMath.exp(lambda));
        for (int t = 0; t <= steps; t++) {
            powers[t] = factor.power(steps - t);
        }
        return new Predictor(Predictor.LYAPUNOV, false, List.of(powers));
    }

    /**
     * {@return the unit vector in the space of h_T in which a small change of h_t along {@code direction} arrives; zeros if nothing
     * does}
     */
    double[] arrival(int t, double[] direction) {
        Carried change = Carried.of(direction.clone(), 0);
        for (int k = t + 1; k <= steps; k++) {
            change = step.apply(k).times(change);
        }
        Scaled length = change.norm();
        long exponent = change.exponent();
        return Arrays.stream(change.significands())
                .map(x -> length.significand() == 0
                        ? 0
                        : new Scaled(x, exponent).over(length).value())
                .toArray();
    }

    /** {@return ‖D_t‖₂} */
    private static Scaled steepest(Trajectory run, int t) {
        Interrupts.poll();
        Scaled most = Scaled.ZERO;
        for (int i = 0; i < run.hidden(); i++) {
            Scaled slope = run.slope(t, i).modulus();
            most = slope.compareTo(most) > 0 ? slope : most;
        }
        return most;
    }
}
