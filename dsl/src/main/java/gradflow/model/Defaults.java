package gradflow.model;

import java.util.Optional;
import java.util.OptionalDouble;

/** Whose habits stand in for what isn't said of a network. */
public enum Defaults {
    /**
     * PyTorch's, which also hold where nothing is said: {@code nn.Linear} for a vanilla network, U(±1/√n) for the weights
     * and biases of LSTMCell and GRUCell.
     *
     * @see "The documentation of torch.nn.Linear, torch.nn.LSTMCell, torch.nn.GRUCell: Variables"
     */
    PYTORCH,
    /**
     * Keras's: orthogonal recurrent weights, Glorot uniform input weights, biases 0, and 1 for the forget gate.
     *
     * @see "The documentation of keras.layers.SimpleRNN, LSTM (unit_forget_bias), GRU: Arguments"
     */
    KERAS,
    /**
     * Those of the textbook's listing: W_hh = ½I + 0.05·N(0, 1) of a vanilla network, the rest as in PyTorch. Gated
     * networks, which the listing doesn't have, start as in PyTorch.
     */
    CHAPTER;

    /** {@return how W_hh is drawn, if not as PyTorch's constructor does} */
    public Optional<Recipe> recurrent() {
        return switch (this) {
            case PYTORCH -> Optional.empty();
            case KERAS -> Optional.of(Recipes.orthogonal());
            case CHAPTER -> Optional.of(Recipes.identity(0.5).plusNoise(0.05));
        };
    }

    /** {@return how the input weights are drawn, if not as PyTorch's constructor does} */
    public Optional<Recipe> input() {
        return this == KERAS ? Optional.of(Recipes.xavierUniform()) : Optional.empty();
    }

    /** {@return how biases are drawn, if not as PyTorch's constructor does} */
    public Optional<Recipe> bias() {
        return this == KERAS ? Optional.of(Recipes.zeros()) : Optional.empty();
    }

    /** {@return the bias of an LSTM's forget gate, if it is set apart} */
    public OptionalDouble forgetBias() {
        return this == KERAS ? OptionalDouble.of(1) : OptionalDouble.empty();
    }
}
