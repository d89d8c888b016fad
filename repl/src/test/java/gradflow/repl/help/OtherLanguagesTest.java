package gradflow.repl.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherLanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "import numpy as np | no import is needed",
                "from math import * | no import is needed",
                "def f(x): | double f(double x)",
                "for i in range(10): | int i = 0",
                "for x in xs: print(x) | var x : xs",
                "if x > 0: | if (x > 0)",
                "while (x > 0): | if (x > 0)",
                "f = lambda x: x * 2 | x -> x + 1",
                "xs = [1, 2] | List.of(1, 2, 3)",
                "[1, 2] | new double[] {1, 2, 3}",
                "x ** 2 | Math.pow(x, 2)",
                "W @ W | a.multiply(b)",
                "len(xs) | xs.size()",
                "flag = True | true",
                "x = 'hello' | between two",
                "# note | begins with //"
            })
    void whatIsPythonIsSaidInJava(String entry, String words) {
        assertThat(OtherLanguages.hint(entry).orElse("")).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.time.Duration",
                "for (int i = 0; i < 3; i++) {}",
                "int[] a = {1, 2}",
                "a[1] = 3",
                "x * y",
                "'c'",
                "\"True\"",
                "label: while (a) {}",
                "flag ? b : c",
                "definition(3)"
            })
    void whatCouldBeJavaGetsNoHint(String entry) {
        assertThat(OtherLanguages.hint(entry)).isEmpty();
    }
}
