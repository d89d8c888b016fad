package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a snippet reads from {@code System.in}. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TypedInputTest {
    @BeforeEach
    void forget() {
        PlainSession.forget();
    }

    @Test
    void linesThatAreTypedBehindTheQuestion() throws IOException {
        assertThat(session(
                        "var in = new Scanner(System.in);",
                        "System.out.print(\"name? \"); String name = in.nextLine();",
                        "Ada (and \"others",
                        "name.length()",
                        "in.nextInt() + in.nextInt()",
                        "40 2"))
                .contains("name? Ada (and \"others\n")
                .contains("= 16\n")
                .contains("= 42\n");
    }

    @Test
    void whatIsLeftOfALineIsForTheNextToRead() throws IOException {
        assertThat(session("System.in.read()", "ab", "System.in.available()", "(char) System.in.read()"))
                .contains("= 97\n")
                .contains("= 2\n")
                .contains("= 'b'\n");
    }

    private static String session(String... lines) throws IOException {
        return PlainSession.typed(80, lines);
    }
}
