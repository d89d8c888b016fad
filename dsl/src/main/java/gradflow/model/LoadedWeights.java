package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.Optional;

/**
 * The weights of one recurrent layer that was trained elsewhere, by PyTorch's names and in its layout: G blocks of n rows,
 * one block a gate.
 *
 * <p>Each recipe gives what the file had when it was read.
 *
 * @param wih W_ih, G·n×m
 * @param whh W_hh, G·n×n
 * @param bih b_ih, 1×G·n; 0 where the file has none
 * @param bhh b_hh, likewise
 */
public record LoadedWeights(Recipe wih, Recipe whh, Recipe bih, Recipe bhh) {

    /** {@return the first layer under a prefix; see {@link #of(TensorFile, String, int, CellKind, String)}} */
    public static LoadedWeights of(TensorFile file, String prefix, CellKind kind, String where) {
        return of(file, prefix, 0, kind, where);
    }

    /**
     * Reads a layer's weights.
     *
     * @param file that has them
     * @param prefix of their names, such as {@code decoder.rnn.}; if empty, the only layer that the file has will do
     * @param layer from 0; {@code weight_hh_l1} is the second. The first may go without {@code _l0}
     * @param kind of the cell that is to have them
     * @param where the expression that asks for them
     * @return the weights, or refuses what is missing, ambiguous or of another kind of cell
     */
    public static LoadedWeights of(TensorFile file, String prefix, int layer, CellKind kind, String where) {
        Check.present(prefix, "load(file, prefix)", "prefix", where, "\"\", or \"rnn.\" for rnn.weight_hh");
        Check.atLeast(0, layer, "load(file, prefix, layer)", "layer", where, "0, the first layer");
        Reader reader = new Reader(file, WeightNames.in(file, prefix, layer, where), kind, where);
        FromFile whh = reader.recurrent();
        int rows = whh.values().rows();
        FromFile wih = reader.fitting("weight_ih", rows, false);
        boolean biased = reader.has("bias_ih") || reader.has("bias_hh");
        Recipe bih = biased ? reader.fitting("bias_ih", rows, true) : Recipes.zeros();
        Recipe bhh = biased ? reader.fitting("bias_hh", rows, true) : Recipes.zeros();
        return new LoadedWeights(wih, whh, bih, bhh);
    }

    /** {@return n, the units} */
    public int hidden() {
        return matrix(whh).columns();
    }

    /** {@return m, the inputs} */
    public int input() {
        return matrix(wih).columns();
    }

    /** {@return b of a vanilla network, which adds the two biases of PyTorch's cell up} */
    public Recipe bias() {
        return bih.given().isPresent() ? bih.plus(bhh) : bih;
    }

    private static Mat matrix(Recipe weight) {
        return weight.given().orElseThrow();
    }

    /** Shapes alone: the numbers would fill many screens. */
    @Override
    public String toString() {
        return "W_ih " + matrix(wih).shape() + ", W_hh " + matrix(whh).shape();
    }

    private record Reader(TensorFile file, WeightNames names, CellKind kind, String where) {

        boolean has(String name) {
            return file.find(names.of(name)).isPresent();
        }

        FromFile recurrent() {
            FromFile weight = read("weight_hh");
            Mat whh = weight.values();
            Optional<CellKind> found = CellKind.of(whh.rows(), whh.columns());
            if (found.isEmpty()) {
                throw refusal(
                        said("weight_hh") + " is " + whh.shape() + ", but " + kind.word() + " of n units wants "
                                + (kind == CellKind.RNN ? "n×n" : kind.blocks() + "·n×n"),
                        "the weights of one recurrent layer as PyTorch has them");
            }
            if (found.get() != kind) {
                throw refusal(
                        said("weight_hh") + " is " + whh.shape() + ": that is "
                                + found.get().word() + " of " + whh.columns() + " units (" + blocks(found.get())
                                + "), but this is " + kind.word() + ", which wants " + blocks(kind),
                        found.get().word() + " with this file, or " + kind.word() + " with another");
            }
            return weight;
        }

        FromFile fitting(String name, int size, boolean bias) {
            if (!has(name)) {
                throw refusal(
                        "there is no tensor " + said(name) + " beside " + said(bias ? other(name) : "weight_hh"),
                        bias ? "both biases or none" : "a file with the whole layer");
            }
            FromFile weight = read(name);
            Mat read = weight.values();
            if (bias ? read.rows() != 1 || read.columns() != size : read.rows() != size) {
                throw refusal(
                        said(name) + " is " + read.shape() + ", but must have " + size + (bias ? " entries" : " rows")
                                + ", as many as " + said("weight_hh") + " has rows",
                        "the weights of one recurrent layer as PyTorch has them");
            }
            return weight;
        }

        private FromFile read(String name) {
            return new FromFile(file.path(), names.of(name), file.matrix(names.of(name), where));
        }

        private static String other(String bias) {
            return bias.equals("bias_ih") ? "bias_hh" : "bias_ih";
        }

        private static String blocks(CellKind kind) {
            return kind.blocks() + (kind.blocks() == 1 ? " block" : " blocks");
        }

        private String said(String name) {
            return Expression.brief(names.of(name));
        }

        private Refusal refusal(String what, String remedy) {
            return new Refusal(Expression.escaped(file.path()) + ": " + what, where, remedy);
        }
    }
}
