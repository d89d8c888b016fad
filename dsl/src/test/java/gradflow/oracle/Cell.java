package gradflow.oracle;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One network recorded from PyTorch: what it was, and what autograd said of it. */
public final class Cell {
    private static final List<String> RNN = List.of(
            "identity_gaussian_1.5_8x40",
            "identity_identity_noise_4x20",
            "identity_orthogonal_6x50",
            "leaky_relu_gaussian_1.5_8x40",
            "leaky_relu_identity_noise_4x20",
            "leaky_relu_orthogonal_6x50",
            "relu_gaussian_0.9_16x60",
            "relu_gaussian_1.5_8x40",
            "relu_identity_noise_4x20",
            "relu_orthogonal_6x50",
            "sigmoid_gaussian_1.5_8x40",
            "sigmoid_identity_noise_4x20",
            "sigmoid_orthogonal_6x50",
            "tanh_gaussian_0.9_16x60",
            "tanh_gaussian_1.5_32x100",
            "tanh_gaussian_1.5_8x40",
            "tanh_identity_noise_1x1",
            "tanh_identity_noise_4x20",
            "tanh_jordan_5x30",
            "tanh_orthogonal_6x50",
            "tanh_scaled_identity_1.1_3x25");

    private final String name;
    private final JsonObject json;

    private Cell(String name, JsonObject json) {
        this.name = name;
        this.json = json;
    }

    /** {@return every vanilla network on record} */
    public static Stream<Cell> vanilla() {
        return RNN.stream().map(name -> new Cell(name, read("cells/" + name + ".json")));
    }

    /** {@return every LSTM and GRU on record} */
    public static Stream<Cell> gated() {
        return Stream.of("lstm", "gru")
                .flatMap(cell -> Stream.of("_3x100_forget3", "_4x20", "_8x60").map(cell::concat))
                .map(name -> new Cell(name, read("cells/" + name + ".json")));
    }

    /** {@return a recorded file} */
    public static JsonObject read(String file) {
        try (Reader reader =
                new InputStreamReader(Cell.class.getResourceAsStream("/oracle/" + file), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, JsonObject.class);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    public String text(String key) {
        return json.get(key).getAsString();
    }

    public int whole(String key) {
        return json.get(key).getAsInt();
    }

    public double[] vector(String key) {
        return vector(json.getAsJsonArray(key));
    }

    public double[][] matrix(String key) {
        return matrix(json.getAsJsonArray(key));
    }

    /** {@return what autograd said} */
    public JsonObject expected() {
        return json.getAsJsonObject("expected");
    }

    public double[] expectedVector(String key) {
        return vector(expected().getAsJsonArray(key));
    }

    public double[][] expectedMatrix(String key) {
        return matrix(expected().getAsJsonArray(key));
    }

    public static double[] vector(JsonArray array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).getAsDouble();
        }
        return values;
    }

    public static double[][] matrix(JsonArray array) {
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(array.get(i).getAsJsonArray());
        }
        return rows;
    }

    @Override
    public String toString() {
        return name;
    }
}
