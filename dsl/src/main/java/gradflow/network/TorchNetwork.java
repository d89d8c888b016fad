package gradflow.network;

import java.util.List;
import java.util.OptionalLong;

/** What a script for PyTorch says of one kind of network; the rest of it is the same for all. */
interface TorchNetwork {

    /** {@return T} */
    int steps();

    /** {@return the seed, if anything is drawn} */
    OptionalLong seed();

    /** Makes the weights, {@code h_0} (and {@code c_0}) and {@code x}, in the order of their draws. */
    void make(TorchLines lines);

    /** {@return the statements that append h_t to the list {@code h}} */
    List<String> step();

    /** {@return the name of the recurrent weight in Python} */
    String weight();

    /** {@return the same in a formula} */
    default String weightSign() {
        return "W_hh";
    }

    /** {@return whether the network has the input {@code x}} */
    default boolean hasInput() {
        return true;
    }

    /** {@return whether the state is (h, c)} */
    default boolean hasCell() {
        return false;
    }
}
