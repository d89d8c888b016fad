package gradflow.internal.kernel;

/**
 * One step of a gated cell, apart from its matrix products. The state is one vector of n (GRU: h) or two (LSTM: h, then
 * c); there are G gates of n units each, stacked in PyTorch's order in W_ih (Gn×m) and W_hh (Gn×n).
 */
public interface GatedCell {

    /** {@return G} */
    int gates();

    /** {@return how many vectors of n the state has} */
    int vectors();

    /**
     * Takes one step forward.
     *
     * @param fromInput read, {@code [G·n]}: W_ih·x_t + b_ih
     * @param fromHidden read, {@code [G·n]}: W_hh·h_{t-1} + b_hh
     * @param tape read at t − 1, written at t
     * @param t 1..T
     */
    void forward(double[] fromInput, double[] fromHidden, GatedStretch tape, int t);

    /**
     * Takes one step back.
     *
     * @param tape read
     * @param t T..1
     * @param state read, {@code [vectors·n]}: ∂L/∂(state after step t), where h_t and c_t count as independent
     * @param toInput written, {@code [G·n]}: ∂L/∂(W_ih·x_t + b_ih)
     * @param toHidden written, {@code [G·n]}: ∂L/∂(W_hh·h_{t-1} + b_hh)
     * @param direct written, {@code [vectors·n]}: the part of ∂L/∂(state before) that does not go through W_hh
     */
    void backward(GatedStretch tape, int t, double[] state, double[] toInput, double[] toHidden, double[] direct);
}
