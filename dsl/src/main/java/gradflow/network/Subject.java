package gradflow.network;

import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What every description does with its words: keep them, replace them, tell them again.
 *
 * @param <S> the description itself
 */
public abstract sealed class Subject<S extends Subject<S>> implements Description permits Layer, Scalar {
    final Said said;

    Subject(Said said) {
        this.said = said;
    }

    /** {@return the same kind of description, with this said of it} */
    abstract S with(Said said);

    final <T> S and(Word<T> word, T value) {
        return with(said.and(word, value));
    }

    /** {@return the same with a name, which tables show before what was asked} */
    public S named(String label) {
        return and(
                Word.NAMED,
                Check.present(label, "named(label)", "label", this + ".named(null)", "named(\"my network\")"));
    }

    @Override
    public Optional<String> label() {
        return said.heard(Word.NAMED);
    }

    final S drawn(Word<Recipe> word, @Nullable Recipe recipe) {
        return and(word, present(recipe, word));
    }

    final S matrix(Word<Recipe> word, @Nullable RealMatrix matrix) {
        return drawn(word, Recipes.matrix(present(matrix, word)));
    }

    final S matrix(Word<Recipe> word, double @Nullable [][] rows) {
        return drawn(word, Recipes.matrix(present(rows, word)));
    }

    final S row(Word<Recipe> word, double @Nullable [] vector) {
        return drawn(word, Recipes.matrix(new double[][] {present(vector, word)}));
    }

    final S row(Word<Recipe> word, @Nullable RealMatrix matrix) {
        RealMatrix vector = present(matrix, word);
        if (vector.getRowDimension() != 1 && vector.getColumnDimension() != 1) {
            throw new Refusal(
                    word.name() + "(vector): a row or a column is wanted, but was " + vector.getRowDimension() + "×"
                            + vector.getColumnDimension(),
                    this + "." + word.name() + "(" + Recipes.matrix(vector) + ")",
                    word.example());
        }
        return drawn(word, Recipes.matrix(vector.getRowDimension() == 1 ? vector : vector.transpose()));
    }

    final S row(Word<Recipe> word, double @Nullable [][] rows) {
        return row(
                word,
                Recipes.matrix(present(rows, word))
                        .given()
                        .map(CommonsMath::toRealMatrix)
                        .orElseThrow());
    }

    private <T> T present(@Nullable T value, Word<Recipe> word) {
        return Check.present(
                value, word.name() + "(…)", "its argument", this + "." + word.name() + "(null)", word.example());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Subject<?> that && said.equals(that.said);
    }

    @Override
    public final int hashCode() {
        return said.hashCode();
    }

    /** {@return the expression that makes this network} */
    @Override
    public final String toString() {
        return said.toString();
    }
}
