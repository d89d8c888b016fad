package gradflow.repl.display;

import static gradflow.Gradflow.activations;
import static gradflow.Gradflow.trace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ValueTextTest {
    private static final ValueText TEXT = new ValueText(40, false);

    @Test
    void numbersReadBackAsThemselves() {
        assertThat(TEXT.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(TEXT.of(2.366027e-4)).isEqualTo("0.0002366027");
        assertThat(TEXT.of(2e-3)).isEqualTo("0.002");
        assertThat(TEXT.of(20)).isEqualTo("20");
        assertThat(TEXT.of(null)).isEqualTo("null");
        assertThat(TEXT.of("text\n")).isEqualTo("text\n");
        assertThat(TEXT.of(new Complex(0.5, -2))).isEqualTo("0.5 - 2i");
    }

    @Test
    void aTextInQuotesIsToldFromANumber() {
        ValueText quoting = TEXT.quoting();

        assertThat(quoting.of("1")).isEqualTo("\"1\"");
        assertThat(quoting.of("")).isEqualTo("\"\"");
        assertThat(quoting.of("a \"b\"\t\\ \033'")).isEqualTo("\"a \\\"b\\\"\\t\\\\ \\033'\"");
        assertThat(quoting.of('c')).isEqualTo("'c'");
        assertThat(quoting.of('\'')).isEqualTo("'\\''");
        assertThat(quoting.of(List.of("a, b", "c"))).isEqualTo("[\"a, b\", \"c\"]");
        assertThat(quoting.of(Map.of("k", "v"))).isEqualTo("{\"k\"=\"v\"}");
        assertThat(quoting.of(new char[] {'a', 'b'})).isEqualTo("['a', 'b']");
        assertThat(TEXT.of(List.of("a, b", 'c'))).isEqualTo("[a, b, c]");
    }

    @Test
    void aTextOfSeveralLinesHasQuotesWhereThereIsOneLineForIt() {
        assertThat(TEXT.quoting().of("a,b\n1,2\n")).isEqualTo("a,b\n1,2\n");
        assertThat(TEXT.quoting().brief("a,b\n1,2\n")).isEqualTo("\"a,b\\n1,2\\n\"");
        assertThat(TEXT.brief("a,b\n1,2\n")).isEqualTo("a,b 1,2");
    }

    @Test
    void ofALongTextTheBeginningAndTheEndAreShown() {
        String text = "begin" + "x".repeat(100_000) + "end";
        String shown = TEXT.quoting().of(text);

        assertThat(shown).hasSize(2023).startsWith("\"beginxx").contains("x…x").endsWith("end\"\n(100008 characters)");
        assertThat(TEXT.quoting().whole().of(text)).isEqualTo("\"" + text + "\"");
        assertThat(TEXT.of(text)).isEqualTo(text);
    }

    @Test
    void theRowsOfAMatrixOnOneLineShareAFormat() {
        assertThat(TEXT.brief(new double[][] {{1, 2}, {3, 4.5}})).isEqualTo("2 × 2 matrix [[1.0, 2.0], [3.0, 4.5]]");
        assertThat(TEXT.brief(new double[][] {{1, 2}, {3, 4}})).isEqualTo("2 × 2 matrix [[1, 2], [3, 4]]");
    }

    @Test
    void aMatrixInAlignedColumns() {
        assertThat(TEXT.of(new double[][] {{1, 2.5}, {-3, 1e-3}})).isEqualTo(" 1.000   2.500\n-3.000   0.001");
        assertThat(TEXT.of(MatrixUtils.createRealMatrix(new double[][] {{1 / 3.0, -20}, {0, 1}})))
                .isEqualTo("  0.3333  -20.0000\n  0.0000    1.0000");
        assertThat(TEXT.of(MatrixUtils.createRealIdentityMatrix(2))).isEqualTo("1  0\n0  1");
    }

    @Test
    void aWideRangeInPowersOfTen() {
        assertThat(TEXT.of(new double[] {1, 0, 2.5e-17, Double.NaN})).isEqualTo("[1.0e0, 0, 2.5e-17, NaN]");
    }

    @Test
    void aResultFitsTheWidthAndTheSigns() {
        assertThat(TEXT.of(activations()).lines())
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.length() <= 40)
                .anyMatch(line -> line.contains("max φ′"));
        assertThat(new ValueText(80, true).of(activations()))
                .matches("[\\p{ASCII}]*")
                .contains("max phi'");
        assertThat(new ValueText(80, false).of(activations()))
                .isEqualTo(activations().toString());
        assertThat(TEXT.of(trace(0.5, 100).all()).lines()).hasSizeGreaterThan(100);
    }

    @Test
    void theCornersOfALargeMatrix() {
        String[] lines =
                TEXT.of(MatrixUtils.createRealMatrix(new double[1000][500])).split("\n");
        assertThat(lines).hasSize(21);
        assertThat(lines[0]).startsWith("0  0  0").endsWith("…  0").hasSizeLessThanOrEqualTo(40);
        assertThat(lines[18]).startsWith("⋮  ⋮");
        assertThat(lines[20]).isEqualTo("(1000 × 500)");
        assertThat(new ValueText(40, true).of(new double[1000][500]))
                .matches("[\\p{ASCII}]*")
                .contains("(1000 x 500)")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 40));
    }

    @Test
    void vectorsAndArrays() {
        assertThat(TEXT.of(new double[] {1, 0.5, 0.25})).isEqualTo("[1.00, 0.50, 0.25]");
        assertThat(TEXT.of(new ArrayRealVector(new double[] {1, 2}))).isEqualTo("[1, 2]");
        assertThat(TEXT.of(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(TEXT.of(new double[0])).isEqualTo("[]");
        assertThat(TEXT.of(new String[] {"a", null})).isEqualTo("[a, null]");
        assertThat(TEXT.of(new double[][] {{1}, {2, 3}})).isEqualTo("[[1], [2, 3]]");
        assertThat(TEXT.of(List.of(0.1, new Complex(1, 1)))).isEqualTo("[0.1, 1 + 1i]");
        assertThat(TEXT.of(Map.of("a", 0.5))).isEqualTo("{a=0.5}");
    }

    @Test
    void longArraysFillTheWidthAndStaySmall() {
        assertThat(TEXT.of(IntStream.range(0, 20).mapToDouble(i -> i * 0.5).toArray()))
                .isEqualTo("""
                [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5,
                 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5,
                 8.0, 8.5, 9.0, 9.5]""");
        String million = TEXT.of(new int[1_000_000]);
        assertThat(million).hasSizeLessThan(1000).endsWith("…, 0, 0, 0]\n(1000000 values)");
        assertThat(Arrays.stream(million.split("\n"))).allMatch(line -> line.length() <= 40);
    }
}
