package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SplitterTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static List<String> split(String text) {
        return engine.split(text).stream().map(Piece::source).toList();
    }

    @Test
    void aChainGoesOnOverCommentsAndBlankLines() {
        String chain = "chain()\n  // four units\n  .hidden(4)\n\n  /* odd */\n  .tanh()";
        assertThat(split("int a = 1\n" + chain + "\n\nint b = 2\n")).containsExactly("int a = 1", chain, "int b = 2");
        assertThat(split("var c = chain()\n.hidden(4)\n.tanh()\nc"))
                .containsExactly("var c = chain()\n.hidden(4)\n.tanh()", "c");
    }

    @Test
    void aDotBeforeADigitBeginsANumber() {
        assertThat(split("a\n.5 + 1")).containsExactly("a", ".5 + 1");
    }

    @Test
    void aSemicolonEndsTheChain() {
        assertThat(split("chain();\n.tanh()")).containsExactly("chain();", ".tanh()");
    }

    @Test
    void severalSnippetsInALine() {
        assertThat(split("int a = 1; int b = 2; a\n.b()")).containsExactly("int a = 1;", "int b = 2;", "a\n.b()");
    }

    @Test
    void openBracketsOperatorsAndBlocksGoOn() {
        for (String whole : List.of(
                "f(a,\n  b)",
                "double x = a +\n  b",
                "double x = a\n  + b;",
                "boolean x = a\n  && b",
                "int x = a > 0\n  ? a\n  : b",
                "if (a > 0) { a++; }\nelse { a--; }",
                "try { a(); }\ncatch (Exception e) {}\nfinally {}",
                "for (int i = 0; i < 3; i++)\n  a++",
                "class A\n{\n  int f() { return 1; }\n\n  int g;\n}",
                "var t = \"\"\"\n  ) } it's\n  \"\"\"",
                "do { a++; }\nwhile (a < 3)")) {
            assertThat(split(whole + "\nnext()")).as(whole).containsExactly(whole, "next()");
        }
    }

    @Test
    void strayQuotesAndBracketsInCommentsCountForNothing() {
        assertThat(split("a() // it's (\nb() /* \" { */\nc('(', \")\\\"\")\nd()"))
                .containsExactly("a() // it's (", "b() /* \" { */", "c('(', \")\\\"\")", "d()");
    }

    @Test
    void whatNeverEndsIsOnePiece() {
        assertThat(split("a\nclass B {\n  int f() {\n")).containsExactly("a", "class B {\n  int f() {");
    }

    @Test
    void piecesKnowTheirPlaces() {
        assertThat(engine.split("\n// c\n  a(); b\n\n/* d */ c"))
                .containsExactly(new Piece("a();", 8, 3, 3), new Piece("b", 13, 3, 8), new Piece("c", 24, 5, 9));
    }

    @Test
    void aCommandIsAPiece() {
        assertThat(split("a\n/exit\n6\n/ 2")).containsExactly("a", "/exit", "6\n/ 2");
    }

    @Test
    void completeness() {
        assertThat(engine.completeness("")).isEqualTo(Completeness.EMPTY);
        assertThat(engine.completeness("// c")).isEqualTo(Completeness.EMPTY);
        assertThat(engine.completeness("chain()\n .tanh()")).isEqualTo(Completeness.COMPLETE);
        assertThat(engine.completeness("int a = 1; a")).isEqualTo(Completeness.COMPLETE);
        assertThat(engine.completeness("int a = 1; f(")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(engine.completeness("chain().")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(engine.completeness("if (a)")).isEqualTo(Completeness.EXPECTS_MORE);
        assertThat(engine.completeness("\"abc")).isEqualTo(Completeness.INVALID);
        assertThat(engine.completeness("/* begun")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(engine.completeness("chain() /*/ begun")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(engine.completeness("/* begun\nand ended */")).isEqualTo(Completeness.EMPTY);
        assertThat(engine.completeness("\"/*\" // /*")).isEqualTo(Completeness.COMPLETE);
    }
}
