package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradflow.internal.kernel.Scaled;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonRendererTest {

    @Test
    void everyKindOfCell() {
        assertThat(Reports.everything().json()).isEqualTo("""
                        {
                          "title": "every kind of cell",
                          "expression": "quiz()",
                          "seed": 7,
                          "method": "by hand",
                          "facts": {},
                          "columns": ["text", "x", "n"],
                          "rows": [
                            ["a|b *c* <d> & \\"e\\"", 0.631, 12],
                            ["σ_max, ρ^(T-t)", 1.5e-9, "none"],
                            ["日本語", null, -3],
                            ["50 % of $x_y$\\nC:\\\\new", 0, null],
                            ["[i]", null, 0],
                            [null, null, 1],
                            ["", -3.7685820865481169e-6021, 9223372036854775807]
                          ],
                          "closing": []
                        }""");
    }

    @Test
    void aReport() {
        JsonObject json = JsonParser.parseString(Reports.gradNorms(20).json()).getAsJsonObject();
        assertThat(json.keySet())
                .containsExactly("title", "expression", "seed", "method", "facts", "columns", "rows", "closing");
        assertThat(json.get("title").getAsString()).isEqualTo(Reports.EXPRESSION);
        assertThat(json.get("expression").getAsString()).isEqualTo(Reports.EXPRESSION);
        assertThat(json.get("seed").getAsLong()).isZero();
        assertThat(json.get("method").getAsString()).isEqualTo("backpropagation through time");
        assertThat(json.getAsJsonObject("facts").get("ρ(W_hh)").getAsDouble()).isEqualTo(0.6302138690789314);
        assertThat(json.getAsJsonObject("facts").get("T").getAsInt()).isEqualTo(20);
        assertThat(json.getAsJsonArray("columns").get(1).getAsString()).isEqualTo("‖∂L/∂h_t‖");
        assertThat(json.getAsJsonArray("rows").get(0).getAsJsonArray().get(1).getAsDouble())
                .isEqualTo(2.366e-4);
        assertThat(json.getAsJsonArray("rows").get(19).getAsJsonArray().get(2).isJsonNull())
                .isTrue();
        assertThat(json.getAsJsonArray("closing")).hasSize(1);
    }

    @Test
    void numbersBeyondADoubleKeepTheirDigits() {
        Report report =
                Reports.table("t", List.of(Column.of("x")), List.of(List.of(Cell.real(new Scaled(-1.5, -20_000)))));
        assertThat(JsonParser.parseString(report.json())
                        .getAsJsonObject()
                        .getAsJsonArray("rows")
                        .get(0)
                        .getAsJsonArray()
                        .get(0)
                        .getAsBigDecimal())
                .isEqualTo(new BigDecimal("-3.7685820865481169E-6021"));
    }

    @Test
    void everyCharacterSurvives() {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            text.appendCodePoint(c);
        }
        text.append("\uD800 😀");
        String json = Reports.table(text.toString(), List.of(), List.of()).json();
        assertThat(JsonParser.parseString(json).getAsJsonObject().get("title").getAsString())
                .isEqualTo(text.toString());
        assertThat(json).contains("\\u0000").contains("\\ud800 😀");
    }
}
