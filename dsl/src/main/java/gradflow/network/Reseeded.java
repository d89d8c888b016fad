package gradflow.network;

/**
 * One network under one seed after the other, its own first: s, s + 1, s + 2, ….
 *
 * @param <S> the kind of network
 */
public final class Reseeded<S extends Layer<S>> {
    private final S network;

    private Reseeded(S network) {
        this.network = network;
    }

    /** {@return the network, with its own seed as the first} */
    public static <S extends Layer<S>> Reseeded<S> of(S network) {
        return new Reseeded<>(network);
    }

    /** {@return the i-th seed, from 0} */
    public long seed(int i) {
        return network.said.or(Word.SEED, 0L) + i;
    }

    /** {@return the network with the i-th seed, from 0} */
    public S at(int i) {
        return network.seed(seed(i));
    }
}
