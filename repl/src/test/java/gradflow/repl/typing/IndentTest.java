package gradflow.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndentTest {

    @Test
    void twoFurtherInThanTheLineOfTheOpenBracket() {
        assertThat(Indent.after("for (int i = 0; i < 3; i++) {")).isEqualTo(2);
        assertThat(Indent.after("if (a) {\n  if (b) {")).isEqualTo(4);
        assertThat(Indent.after("f(\n  g(1),")).isEqualTo(2);
    }

    @Test
    void asTheLineBeforeWhereNothingIsOpen() {
        assertThat(Indent.after("rnn()\n  .hidden(4)")).isEqualTo(2);
        assertThat(Indent.after("1 +")).isZero();
    }

    @Test
    void noneWhereBlanksWouldCount() {
        assertThat(Indent.after("f(\"\"\"")).isZero();
        assertThat(Indent.after("f( /* a")).isZero();
    }

    @Test
    void aClosingBracketGoesUnderTheLineThatOpenedIt() {
        assertThat(Indent.surplus("if (a) {\n  ")).isEqualTo(2);
        assertThat(Indent.surplus("if (a) {\n  if (b) {\n    ")).isEqualTo(2);
        assertThat(Indent.surplus("if (a) {\n  b")).isZero();
        assertThat(Indent.surplus("  ")).isZero();
    }
}
