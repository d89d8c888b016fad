package gradflow.network;

import gradflow.internal.kernel.GatedCell;
import gradflow.internal.kernel.GruCell;
import gradflow.internal.kernel.LstmCell;
import java.util.List;

/**
 * LSTM or GRU: the cell, and what its parts are called.
 *
 * @param cell one step
 * @param gates the gates' letters, in PyTorch's order
 * @param keeper the gate whose product over time is the direct path: f, or z
 * @param candidate the gate that is a tanh
 */
record GatedKind(GatedCell cell, List<String> gates, int keeper, int candidate) {
    static final GatedKind LSTM =
            new GatedKind(new LstmCell(), List.of("i", "f", "g", "o"), LstmCell.FORGET, LstmCell.CANDIDATE);
    static final GatedKind GRU =
            new GatedKind(new GruCell(), List.of("r", "z", "n"), GruCell.UPDATE, GruCell.CANDIDATE);

    /** {@return whether the state is (h, c), as an LSTM's, and not h alone} */
    boolean hasCell() {
        return cell.vectors() == 2;
    }

    /** {@return the letter of the gate that keeps} */
    String keeperLetter() {
        return gates.get(keeper);
    }
}
