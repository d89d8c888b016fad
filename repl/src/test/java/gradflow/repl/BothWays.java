package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import gradflow.repl.script.Evaluator;
import gradflow.repl.script.WholeScript;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A script run snippet by snippet, and compiled as a whole where it is: what both write, which has to be the same. */
final class BothWays {
    private static final String SPECIFIC = "REPL\\.\\$(JShell\\$\\d+\\$?|Script\\$?)?";

    private BothWays() {}

    /**
     * What a run wrote.
     *
     * @param both standard output and standard error, in the order of writing
     * @param whole whether it was compiled as a whole
     */
    record Ran(int code, String out, String err, String both, boolean whole) {}

    /**
     * {@return what came of it}
     *
     * @param engine is reset first
     * @param imports those of the engine
     */
    static Ran run(Engine engine, List<String> imports, String name, String text, String... arguments) {
        Script script = new Script(name, text, List.of(arguments));
        engine.reset();
        Ran expected = ran((s, out, err) -> new ScriptRunner(engine, s, out, err), script, false);
        Optional<Evaluator> whole = WholeScript.compile(text, List.of(arguments), imports);
        if (whole.isEmpty()) {
            return expected;
        }
        Ran got = ran((s, out, err) -> new ScriptRunner(whole.get(), s, out, err), script, true);
        assertThat(got.both()).as(text).isEqualTo(expected.both());
        assertThat(got.out()).as(text).isEqualTo(expected.out());
        assertThat(got.err()).as(text).isEqualTo(expected.err());
        assertThat(got.code()).as(text).isEqualTo(expected.code());
        return got;
    }

    private interface Runner {
        ScriptRunner of(Script script, PrintStream out, PrintStream err);
    }

    private static Ran ran(Runner runner, Script script, boolean whole) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream systemOut = System.out;
        PrintStream systemErr = System.err;
        PrintStream captured = stream(out, both);
        PrintStream capturedErr = stream(err, both);
        System.setOut(captured);
        System.setErr(capturedErr);
        try {
            int code = runner.of(script, captured, capturedErr).run();
            return new Ran(code, text(out), text(err), text(both), whole);
        } finally {
            System.setOut(systemOut);
            System.setErr(systemErr);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream one, ByteArrayOutputStream both) {
        return new PrintStream(one, true, StandardCharsets.UTF_8) {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                both.write(bytes, offset, length);
            }

            @Override
            public void write(int b) {
                super.write(b);
                both.write(b);
            }
        };
    }

    private static String text(ByteArrayOutputStream bytes) {
        // How deep a stack trace is cut depends on a frame of ours at its top, or none.
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceAll(SPECIFIC, "")
                .replaceAll("more than \\d+ times", "more than N times");
    }
}
