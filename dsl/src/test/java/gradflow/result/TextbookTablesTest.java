package gradflow.result;

import static gradflow.Gradflow.activations;
import static gradflow.Gradflow.powers;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.report.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that the textbook's tables end with. */
class TextbookTablesTest {
    private static List<String> lastWords(Result answer) {
        return answer.csv()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(".*,(?=(\"[^\"]*\"|[^,\"]*)$)", "").replace("\"", ""))
                .toList();
    }

    @Test
    void anActivationIsNamedByWhatItDoesWhereItIsSteepAndWhereItIsFlat() {
        assertThat(lastWords(activations()))
                .containsExactly(
                        "shrunk at every step",
                        "shrunk where saturated",
                        "kept, cut off at z ≤ 0",
                        "kept, shrunk at z ≤ 0",
                        "kept");
    }

    @Test
    void threeDecadesAreTheEdgeOfVanishedAndExploded() {
        // w^20: 8.0e-4, 1.3e-3, 0.67, 0.90, 1.2, 1.5, 8.7e2, 1.16e3
        double[] w = {0.7, 0.718, 0.98, 0.995, 1.01, 1.02, 1.403, 1.423};
        List<String> linear = powers(20, w)
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",")[2])
                .toList();
        assertThat(linear)
                .containsExactly("vanished", "fading", "fading", "kept", "kept", "growing", "growing", "exploded");
    }

    @Test
    void theTrueGradientFadesWhereTheLinearOneGrows() {
        // h settles at 0.858, where 1.5·tanh′ is 0.394
        assertThat(lastWords(powers(20, 1.5))).containsExactly("vanished");
        assertThat(powers(20, 1.5).power(0)).isGreaterThan(3000);
    }
}
