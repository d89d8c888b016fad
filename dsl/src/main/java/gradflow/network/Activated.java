package gradflow.network;

import gradflow.model.Activation;

/**
 * The words for φ. They share one slot: the last one wins.
 *
 * @param <S> the description itself
 */
public interface Activated<S> {

    /** {@return the same with this φ} */
    S activation(Activation phi);

    /** {@return the same with φ = tanh, the default} */
    default S tanh() {
        return activation(new Activation.Tanh());
    }

    /** {@return the same with φ(z) = max(z, 0)} */
    default S relu() {
        return activation(new Activation.Relu());
    }

    /** {@return the same with φ(z) = 1/(1 + e^−z)} */
    default S sigmoid() {
        return activation(new Activation.Sigmoid());
    }

    /** {@return the same with φ(z) = z} */
    default S linear() {
        return activation(new Activation.Linear());
    }

    /** {@return the same with φ(z) = z for z &gt; 0 and slope·z for z ≤ 0} */
    default S leakyRelu(double slope) {
        return activation(new Activation.LeakyRelu(slope));
    }
}
