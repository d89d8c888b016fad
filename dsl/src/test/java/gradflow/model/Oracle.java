package gradflow.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradflow.internal.kernel.Mat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Values that PyTorch computed. */
final class Oracle {
    private Oracle() {}

    static JsonObject read(String name) {
        try (var in =
                new InputStreamReader(requireNonNull(Oracle.class.getResourceAsStream("/oracle/" + name)), UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the draws, one object a seed} */
    static Stream<JsonObject> draws(String name) {
        return read(name).getAsJsonArray("draws").asList().stream().map(JsonElement::getAsJsonObject);
    }

    static long seed(JsonObject recorded) {
        return recorded.get("seed").getAsLong();
    }

    /** A vector is read as a matrix of one row. */
    static Mat matrix(JsonElement values) {
        JsonArray array = values.getAsJsonArray();
        if (array.get(0).isJsonPrimitive()) {
            return Mat.filled(1, array.size(), (i, j) -> array.get(j).getAsDouble());
        }
        int columns = array.get(0).getAsJsonArray().size();
        return Mat.filled(
                array.size(),
                columns,
                (i, j) -> array.get(i).getAsJsonArray().get(j).getAsDouble());
    }

    static void assertRelative(Mat actual, JsonElement expected, String what) {
        assertClose(actual, matrix(expected), 1e-6, 0, what);
    }

    static void assertAbsolute(Mat actual, JsonElement expected, String what) {
        assertClose(actual, matrix(expected), 0, 1e-6, what);
    }

    private static void assertClose(Mat actual, Mat expected, double relative, double absolute, String what) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.columns(); j++) {
                assertThat(actual.at(i, j))
                        .as("%s, row %d, column %d", what, i, j)
                        .isCloseTo(expected.at(i, j), within(absolute + relative * Math.abs(expected.at(i, j))));
            }
        }
    }
}
