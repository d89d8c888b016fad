package gradflow.model;

import static gradflow.model.Oracle.assertRelative;
import static gradflow.model.Oracle.matrix;
import static gradflow.model.Oracle.seed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TorchRandomTest {
    static Stream<JsonObject> recorded() {
        return Oracle.draws("torch_rng.json");
    }

    static Stream<JsonObject> recordedWithSeedsOf64Bits() {
        return Oracle.draws("torch_rng_more.json");
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void uniformDrawsArePyTorchsBitForBit(JsonObject draws) {
        for (Map.Entry<String, JsonElement> entry :
                draws.getAsJsonObject("rand").entrySet()) {
            int size = Integer.parseInt(entry.getKey());
            assertThat(new TorchRandom(seed(draws)).rand(1, size)).isEqualTo(matrix(entry.getValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void normalDrawsArePyTorchsAtEverySize(JsonObject draws) {
        for (Map.Entry<String, JsonElement> entry :
                draws.getAsJsonObject("randn").entrySet()) {
            int size = Integer.parseInt(entry.getKey());
            assertRelative(new TorchRandom(seed(draws)).randn(1, size), entry.getValue(), size + " values");
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void secondSampleOfAPairWaitsForTheNextCall(JsonObject draws) {
        TorchRandom random = new TorchRandom(seed(draws));
        JsonArray expected = draws.getAsJsonArray("randn_3_then_2_then_16");
        assertRelative(random.randn(1, 3), expected.get(0), "first 3");
        assertRelative(random.randn(1, 2), expected.get(1), "then 2");
        assertRelative(random.randn(1, 16), expected.get(2), "then 16");
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void normalDrawsGoOnWhereUniformOnesStopped(JsonObject draws) {
        TorchRandom random = new TorchRandom(seed(draws));
        JsonArray expected = draws.getAsJsonArray("rand_5_then_randn_20");
        assertRelative(random.rand(1, 5), expected.get(0), "first 5");
        assertRelative(random.randn(1, 20), expected.get(1), "then 20");
    }

    @ParameterizedTest
    @MethodSource("recordedWithSeedsOf64Bits")
    void seedsOf64BitsArePyTorchs(JsonObject draws) {
        long seed = seed(draws);
        assertThat(new TorchRandom(seed).rand(2, 3)).isEqualTo(matrix(draws.get("rand_2x3")));
        assertThat(new TorchRandom(seed).uniform(3, 7, -0.3, 1.7)).isEqualTo(matrix(draws.get("uniform_3x7_-0.3_1.7")));
        assertRelative(new TorchRandom(seed).randn(3, 5), draws.get("randn_3x5"), "one by one");
        assertRelative(new TorchRandom(seed).randn(7, 9), draws.get("randn_7x9"), "in blocks");
    }
}
