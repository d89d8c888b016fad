package gradflow.oracle;

import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.rnn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradflow.network.Rnn;
import gradflow.result.GradNorms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The textbook's PyTorch listing in eleven settings: the digits that PyTorch printed stand in our table. */
class ChapterListingTest {
    /** Here PyTorch's float32 arithmetic rounds the fourth digit the other way. */
    private static final String FLOAT32_ROUNDS_OTHERWISE = "seed 0, scale 1.2, t=36";

    static Stream<JsonObject> settings() {
        return StreamSupport.stream(
                        Cell.read("torch_rng.json").getAsJsonArray("chapter").spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static Rnn network(JsonObject setting) {
        return rnn().hidden(setting.get("hidden").getAsInt())
                .input(setting.get("input").getAsInt())
                .whh(identity(setting.get("scale").getAsDouble()).plusNoise(0.05))
                .tanh()
                .seed(setting.get("seed").getAsLong());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyPrintedDigitIsPyTorchs(JsonObject setting) {
        int steps = setting.get("steps").getAsInt();
        GradNorms norms = network(setting).unroll(steps).gradNorms();
        List<String> table = norms.all().toString().lines().toList();
        List<String> missed = new ArrayList<>();
        for (int t = 1; t <= steps; t++) {
            String printed = setting.getAsJsonArray("listing").get(t - 1).getAsString();
            String digits = printed.substring(printed.indexOf("= ", printed.indexOf("dL")) + 2);
            String row = "^ *" + t + " +" + digits.replace("+", "\\+") + " .*|^ *" + t + " +"
                    + digits.replace("+", "\\+") + "$";
            if (table.stream().noneMatch(line -> line.matches(row))) {
                missed.add("seed " + setting.get("seed") + ", scale " + setting.get("scale") + ", t=" + t);
            }
        }
        assertThat(missed).isSubsetOf(FLOAT32_ROUNDS_OTHERWISE);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void spectralRadiusIsPyTorchs(JsonObject setting) {
        assertThat(network(setting).spectrum().radius())
                .isCloseTo(setting.get("rho").getAsDouble(), within(1e-6));
    }
}
