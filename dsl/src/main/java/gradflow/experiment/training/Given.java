package gradflow.experiment.training;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a person gave: refused where they are no matrix of finite ones.
 *
 * @param word that takes them, which is as much of the expression as can be told
 * @param remedy what to try
 */
record Given(String word, String remedy) {

    <T> T present(@Nullable T value) {
        return Check.present(value, word, "its argument", word, remedy);
    }

    /** {@return a copy of the rows} */
    Mat matrix(String name, double @Nullable [][] rows) {
        double[][] given = present(rows);
        int columns = given.length == 0 ? 0 : present(given[0]).length;
        if (columns == 0) {
            throw new Refusal(word + ": " + name + " has no numbers", word, remedy);
        }
        for (int i = 0; i < given.length; i++) {
            int length = present(given[i]).length;
            if (length != columns) {
                throw new Refusal(
                        word + ": rows must have one length, but " + name + "[0] has " + columns + " and " + name + "["
                                + i + "] has " + length,
                        word,
                        remedy);
            }
            for (int j = 0; j < columns; j++) {
                if (!Double.isFinite(given[i][j])) {
                    double unused = Check.finite(given[i][j], word, name + "[" + i + "][" + j + "]", word, remedy);
                }
            }
        }
        return Mat.of(given);
    }
}
