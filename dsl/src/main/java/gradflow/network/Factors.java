package gradflow.network;

import gradflow.internal.kernel.Scaled;
import gradflow.result.Why;
import java.util.ArrayList;
import java.util.List;

/** The norms that a gradient has on its way through one step back, and the logarithms of the factors between them. */
final class Factors {
    private Factors() {}

    /**
     * {@return the step with the terms as they are, or, where a norm on the way is 0 and the last isn't, with the factors between those
     * that aren't: a cut way is charged with nothing, what goes on beside it with the whole change since}
     *
     * @param norms before the step, after each cause; without a last cause they may be one more than the terms ask for
     * @param terms the logarithm of each factor
     */
    static Why.Step step(List<Scaled> norms, List<Double> terms) {
        double change = norms.get(norms.size() - 1).over(norms.get(0)).ln();
        boolean beside = Double.isFinite(change) && !terms.stream().allMatch(Double::isFinite);
        return new Why.Step(change, beside ? between(norms, terms.size()) : terms, beside);
    }

    private static List<Double> between(List<Scaled> norms, int count) {
        List<Double> terms = new ArrayList<>();
        Scaled last = norms.get(0);
        for (int i = 1; i <= count; i++) {
            Scaled norm = norms.get(i);
            boolean cut = norm.significand() == 0;
            terms.add(cut ? 0.0 : norm.over(last).ln());
            last = cut ? last : norm;
        }
        return terms;
    }
}
