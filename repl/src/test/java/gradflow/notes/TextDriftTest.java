package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDriftTest {
    private static final Tolerance USUAL = new Tolerance(1e-9, 0, false);

    /** {@return the differences, with offsets counted from the first line, which is the file's tenth} */
    private static List<String> differences(String want, String got) {
        List<Written> written = new ArrayList<>();
        int at = 0;
        for (String line : Comparison.lines(want)) {
            written.add(new Written(line, at));
            at += line.length() + 1;
        }
        return Comparison.of(written, 10, got, got, USUAL).stream()
                .map(difference -> difference.at() + ": " + difference.message())
                .toList();
    }

    @Test
    void aLineMoreIsSaidOnceAndNotForEachLineBelow() {
        assertThat(differences("a\nb\nc\nd\ne", "a\nb\nnew\nc\nd\ne")).containsExactly("""
                4: the text differs
                    @@ -10,4 +10,5 @@
                     a
                     b
                    +new
                     c
                     d""");
        assertThat(differences("a", "a\nb\nc"))
                .containsExactly("0: the text differs\n    @@ -10 +10,3 @@\n     a\n    +b\n    +c");
    }

    @Test
    void changesFarApartAreHunksOfTheirOwn() {
        assertThat(differences("gone\n1\n2\n3\n4\n5\n6\nold", "1\n2\n3\n4\n5\n6\nnew\nnewer"))
                .containsExactly("""
                        0: the text differs
                            @@ -10,3 +10,2 @@
                            -gone
                             1
                             2
                            @@ -15,3 +14,4 @@
                             5
                             6
                            -old
                            +new
                            +newer""");
    }

    @Test
    void oneLineForAnotherIsShownInFull() {
        assertThat(differences("a\nthe old one\nc", "a\nthe new one\nc"))
                .containsExactly("2: want the old one\n    got  the new one");
    }

    @Test
    void aRowMoreLeavesTheNumbersOfTheOtherRowsComparable() {
        assertThat(differences(
                        "| t | norm |\n| --: | --: |\n| 0 | 0.25 |\n| 1 | 0.50 |",
                        "| t | norm |\n| --: | --: |\n| 0 | 0.25 |\n| 1 | 0.51 |\n| sum | 0.76 |"))
                .containsExactly(
                        "40: the text differs\n    @@ -12,2 +12,3 @@\n     | 0 | 0.25 |\n     | 1 | 0.50 |\n    +| sum | 0.76 |",
                        "46: column \"norm\", row t=1: want 0.50, got 0.51\n"
                                + "    relative difference 2.0e-02 > 1.0e-02 (half a unit in the last printed digit)");
    }

    @Test
    void longTextsWithNothingInCommonAreOneChange() {
        String want = "a\n".repeat(700);
        String got = "b\n".repeat(700);
        assertThat(differences(want, got))
                .singleElement()
                .asString()
                .startsWith("0: the text differs\n    @@ -10,701 +10,701");
    }
}
