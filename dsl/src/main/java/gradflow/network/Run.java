package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.model.Loss;
import gradflow.result.Gates;
import gradflow.result.GradNorms;
import gradflow.result.InputGrads;
import gradflow.result.JacobianProduct;
import gradflow.result.JacobianProducts;
import gradflow.result.Spectrum;
import gradflow.result.States;
import gradflow.result.WeightGrad;
import gradflow.result.Why;
import java.util.Optional;

/** What an {@link Unrolled} asks of a network that has run, whatever its cell. */
interface Run {
    int steps();

    /** {@return x_1..x_T, T×m, if the network has inputs} */
    Optional<Mat> inputs();

    String expression(Loss loss);

    /** {@return the experiment as a Python script} */
    String pytorch(Loss loss);

    /** {@return {@code loss}, or refuses one whose vectors don't fit} */
    Loss fitting(Loss loss);

    GradNorms gradNorms(Loss loss);

    States states();

    JacobianProducts jacobians();

    JacobianProduct jacobian(int from, int to);

    WeightGrad weightGrad(Loss loss);

    InputGrads inputGrads(Loss loss);

    Spectrum spectrum();

    Gates gates(Loss loss);

    Why why(Loss loss);
}
