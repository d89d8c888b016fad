package gradflow.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The recurrent cells, by how many blocks of n rows their weights have: one a gate. */
public enum CellKind {
    /** One block: the state itself. */
    RNN("rnn()", 1),
    /** r, z, n. */
    GRU("gru()", 3),
    /** i, f, g, o. */
    LSTM("lstm()", 4);

    private final String word;
    private final int blocks;

    CellKind(String word, int blocks) {
        this.word = word;
        this.blocks = blocks;
    }

    /** {@return the word that starts a description of such a network} */
    public String word() {
        return word;
    }

    /** {@return how many blocks of n rows W_hh, W_ih and the biases have} */
    public int blocks() {
        return blocks;
    }

    /** {@return the kind of cell whose W_hh has this shape} */
    static Optional<CellKind> of(int rows, int columns) {
        return Stream.of(values())
                .filter(kind -> rows == (long) kind.blocks * columns)
                .findFirst();
    }
}
