package gradflow.model;

import static gradflow.model.Oracle.assertAbsolute;
import static gradflow.model.Oracle.assertRelative;
import static gradflow.model.Oracle.matrix;
import static gradflow.model.Oracle.seed;
import static gradflow.model.Recipes.gaussian;
import static gradflow.model.Recipes.identity;
import static gradflow.model.Recipes.kaimingNormal;
import static gradflow.model.Recipes.kaimingUniform;
import static gradflow.model.Recipes.orthogonal;
import static gradflow.model.Recipes.torchLinear;
import static gradflow.model.Recipes.xavierNormal;
import static gradflow.model.Recipes.xavierUniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchInitTest {
    static Stream<JsonObject> recorded() {
        return Oracle.draws("torch_rng.json");
    }

    static Stream<JsonObject> recordedInOtherShapes() {
        return Oracle.draws("torch_rng_more.json");
    }

    static Stream<JsonObject> listings() {
        return Oracle.read("torch_rng.json").getAsJsonArray("chapter").asList().stream()
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void linearLayerIsPyTorchsBitForBit(JsonObject draws) {
        JsonObject linear = draws.getAsJsonObject("linear_3_to_5");
        TorchRandom random = new TorchRandom(seed(draws));
        double bound = 1 / Math.sqrt(3);
        assertThat(torchLinear().draw(5, 3, random)).isEqualTo(matrix(linear.get("weight")));
        assertThat(random.uniform(1, 5, -bound, bound)).isEqualTo(matrix(linear.get("bias")));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void initialisersArePyTorchs(JsonObject draws) {
        long seed = seed(draws);
        assertAbsolute(orthogonal().draw(5, 5, new TorchRandom(seed)), draws.get("orthogonal_5"), "orthogonal");
        assertRecorded(draws, "xavier_uniform_4x6", xavierUniform(), 4, 6);
        assertRecorded(draws, "kaiming_normal_4x6", kaimingNormal(), 4, 6);
    }

    @ParameterizedTest
    @MethodSource("recordedInOtherShapes")
    void initialisersOfOtherShapesArePyTorchs(JsonObject draws) {
        long seed = seed(draws);
        assertAbsolute(orthogonal(1.2).draw(3, 6, new TorchRandom(seed)), draws.get("orthogonal_3x6_gain_1.2"), "wide");
        assertAbsolute(orthogonal().draw(7, 2, new TorchRandom(seed)), draws.get("orthogonal_7x2"), "tall");
        assertRecorded(draws, "xavier_uniform_2x9", xavierUniform(), 2, 9);
        assertRecorded(draws, "xavier_normal_3x4", xavierNormal(), 3, 4);
        assertRecorded(draws, "xavier_normal_5x4", xavierNormal(), 5, 4);
        assertRecorded(draws, "kaiming_uniform_5x3", kaimingUniform(), 5, 3);
        assertRecorded(draws, "kaiming_normal_2x3", kaimingNormal(), 2, 3);
        assertRecorded(draws, "linear_7_to_3_without_bias", torchLinear(), 3, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTMCell", "GRUCell", "RNN"})
    void recurrentModulesDrawTheirParametersInTurnFromOneUniformLaw(String module) {
        JsonObject modules = Oracle.read("torch_rng_more.json").getAsJsonObject("modules");
        double bound = 1 / Math.sqrt(modules.get("hidden").getAsInt());
        TorchRandom random = new TorchRandom(seed(modules));
        for (JsonElement parameter : modules.getAsJsonArray(module)) {
            JsonElement values = parameter.getAsJsonObject().get("values");
            int rows = matrix(values).rows();
            int columns = matrix(values).columns();
            assertThat(random.uniform(rows, columns, -bound, bound)).isEqualTo(matrix(values));
        }
    }

    @ParameterizedTest
    @MethodSource("listings")
    void chapterListingDrawsWeightsThenNoiseThenInputs(JsonObject listing) {
        TorchRandom random = new TorchRandom(seed(listing));
        int hidden = listing.get("hidden").getAsInt();
        int input = listing.get("input").getAsInt();
        assertThat(torchLinear().draw(hidden, input, random)).isEqualTo(matrix(listing.get("w_xh")));
        torchLinear().draw(hidden, hidden, random);
        Recipe recurrent = identity(listing.get("scale").getAsDouble()).plusNoise(0.05);
        assertRelative(recurrent.draw(hidden, hidden, random), listing.get("w_hh"), "W_hh");
        int steps = listing.get("steps").getAsInt();
        assertRelative(gaussian(0.05).draw(steps, input, random), listing.get("x"), "x");
    }

    @Test
    void biasIsUniformOnOneOverTheRootOfItsLength() {
        assertThat(Arrays.stream(torchLinear().sample(1, 100).getRow(0))
                        .map(Math::abs)
                        .max())
                .hasValueCloseTo(0.1, within(0.005));
    }

    private static void assertRecorded(JsonObject draws, String name, Recipe recipe, int rows, int columns) {
        assertRelative(recipe.draw(rows, columns, new TorchRandom(seed(draws))), draws.get(name), name);
    }
}
