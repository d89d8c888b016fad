package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.model.Recipe;
import gradflow.result.Spectrum;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The words of networks with gates, whose blocks are stacked in W_ih (Gn×m), W_hh (Gn×n), b_ih and b_hh (Gn).
 *
 * @param <S> the description itself
 */
public abstract sealed class Gated<S extends Gated<S>> extends Layer<S> permits Lstm, Gru {

    Gated(Said said) {
        super(said);
    }

    abstract GatedKind kind();

    /** {@return the same with W_ih, Gn×m, drawn by a recipe} */
    public S wih(Recipe recipe) {
        return drawn(Word.WIH, recipe);
    }

    /** {@return the same with this W_ih, Gn×m; it decides n and m where {@code hidden(n)}, {@code input(m)} don't} */
    public S wih(RealMatrix matrix) {
        return matrix(Word.WIH, matrix);
    }

    /** {@return the same with this W_ih, Gn×m; it decides n and m where {@code hidden(n)}, {@code input(m)} don't} */
    public S wih(double[][] matrix) {
        return matrix(Word.WIH, matrix);
    }

    /** {@return the same with b_ih of length Gn, drawn by a recipe as a row} */
    public S bih(Recipe recipe) {
        return drawn(Word.BIH, recipe);
    }

    /** {@return the same with this b_ih, a row or a column of length Gn} */
    public S bih(RealMatrix vector) {
        return row(Word.BIH, vector);
    }

    /** {@return the same with this b_ih, a matrix of one row or one column of length Gn} */
    public S bih(double[][] vector) {
        return row(Word.BIH, vector);
    }

    /** {@return the same with this b_ih, of length Gn} */
    public S bih(double... vector) {
        return row(Word.BIH, vector);
    }

    /** {@return the same with b_hh of length Gn, drawn by a recipe as a row} */
    public S bhh(Recipe recipe) {
        return drawn(Word.BHH, recipe);
    }

    /** {@return the same with this b_hh, a row or a column of length Gn} */
    public S bhh(RealMatrix vector) {
        return row(Word.BHH, vector);
    }

    /** {@return the same with this b_hh, a matrix of one row or one column of length Gn} */
    public S bhh(double[][] vector) {
        return row(Word.BHH, vector);
    }

    /** {@return the same with this b_hh, of length Gn} */
    public S bhh(double... vector) {
        return row(Word.BHH, vector);
    }

    @Override
    Unrolled over(Mat inputs, String where) {
        return new GatedDraw(said.and(Word.INPUT, inputs.columns()), kind()).over(inputs, where);
    }

    @Override
    Optional<Integer> input() {
        return Sizes.input(said, Word.WIH);
    }

    @Override
    Trainee trainee(int input, int steps, int sequences, String where) {
        return new GatedDraw(said.and(Word.INPUT, input), kind()).trainee(steps, sequences, where);
    }

    @Override
    public Unrolled unroll(int steps) {
        return new GatedDraw(said, kind()).unroll(steps);
    }

    @Override
    public Spectrum spectrum() {
        return new GatedDraw(said, kind()).spectrum();
    }
}
