package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.OuterSum;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.Scaled;
import gradflow.model.Loss;
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
import java.util.List;
import java.util.Optional;

/** What an {@link Unrolled} asks of a network that has run, whatever its cell. */
interface Run {
    /** {@return what the run repeats with each answer} */
    Told told();

    /** {@return n, the number of units} */
    int hidden();

    /** {@return whether its units have gates} */
    boolean isGated();

    /** {@return the bytes that states and slopes take, if it has so many steps} */
    double bytes(int steps);

    default int steps() {
        return told().torch().steps();
    }

    default RnnKernel.Seeds seeds(Loss loss) {
        return new RnnKernel.Seeds(Mat.of(new double[][] {loss.atLast(hidden())}), loss.everyStep());
    }

    /** {@return x_1..x_T, T×m, if the network has inputs} */
    Optional<Mat> inputs();

    /** {@return {@code loss}, or refuses one whose vectors don't fit} */
    default Loss fitting(Loss loss) {
        var unused = seeds(loss);
        return loss;
    }

    GradNorms gradNorms(Loss loss);

    /** {@return the norms of the gradient of the whole state (LSTM: h and c), t = 0..T} */
    List<Scaled> signal(Loss loss);

    /** {@return λ_1 alone, exactly where every step has the same Jacobian} */
    Growth growth();

    /** {@return the same network with k·W_hh, over the same inputs} */
    Run scaled(double k);

    /** {@return the first step whose state is more than a double can hold, or that broke off; 0 if none is} */
    int overflowAt();

    /** {@return whether the forward pass broke off, so that there is no gradient} */
    boolean hasBrokenOff();

    /** {@return the last step that has a state} */
    int reached();

    /** {@return what every answer with this loss repeats} */
    Setting setting(Loss loss);

    /** {@return how many units let nothing through at any step: φ′ = 0 throughout} */
    int deadUnits();

    /** {@return whether states stay within fixed bounds whatever the weights: a φ that saturates, and no residual path} */
    boolean bounded();

    States states();

    JacobianProducts jacobians();

    JacobianProduct jacobian(int from, int to);

    /** {@return the size of the whole state: n, of an lstm 2n} */
    int stateSize();

    /** {@return the largest exponents, as many as {@code directions}, 0 for all} */
    Lyapunov lyapunov(int directions);

    WeightGrad weightGrad(Loss loss);

    InputGrads inputGrads(Loss loss);

    ClippedSteps clipSteps(Loss loss, double max);

    /** {@return ∂L/∂W_hh with clipping on the way, beside the true one} */
    static ClippedSteps.Sum sum(OuterSum clipped, OuterSum free, boolean broken) {
        double defined = broken ? Double.NaN : 1;
        return new ClippedSteps.Sum(
                clipped.total().times(defined),
                clipped.norm().times(Scaled.of(defined)),
                clipped.direction().times(defined),
                free.direction().times(defined));
    }

    Spectrum spectrum();

    Gates gates(Loss loss);

    Why why(Loss loss);
}
