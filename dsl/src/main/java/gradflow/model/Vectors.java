package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import java.util.Arrays;
import java.util.List;

/** The numbers of {@code diagonal(v…)} and {@code direction(v…)}: lists, since they are immutable and have equality. */
final class Vectors {
    private Vectors() {}

    /** {@return a copy of the arguments of {@code word}, or refuses null} */
    static List<Double> of(String word, double[] values, String remedy) {
        double[] present = Check.present(values, word + "(v…)", "v", word + "(null)", remedy);
        return Arrays.stream(present).boxed().toList();
    }

    /** {@return a copy of the arguments of {@code word}, or refuses none, NaN and the infinities} */
    static List<Double> finite(String word, List<Double> values, String remedy) {
        String where = Expression.call(word, values);
        if (values.isEmpty()) {
            throw new Refusal(word + "(v…): at least one number is needed", where, remedy);
        }
        return values.stream()
                .map(v -> Check.finite(v, word + "(v…)", "v", where, remedy))
                .toList();
    }
}
