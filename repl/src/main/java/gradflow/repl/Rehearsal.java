package gradflow.repl;

import gradflow.notes.NotesProgram;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.StoppableLibrary;
import gradflow.repl.library.Stocktaking;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Does what a person is likely to do first. The launcher runs it once in the background, to have the JVM write down the
 * classes that it took into an archive, from which later starts load them faster.
 */
public final class Rehearsal {
    private static final long MOST_MILLIS = 120_000;

    private static final String SCRIPT = """
            import java.net.URI;
            var net = rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh();
            net.unroll(20).gradNorms()
            record Gain(double g, String verdict) {}
            Gain gain(double g) {
                return new Gain(g, net.whh(identity(g)).unroll(20).gradNorms().verdict().toString());
            }
            for (double g : new double[] {0.5, 1}) {
                System.out.printf("%.1f %s%n", g, gain(g).verdict());
            }
            Stream.of(0.5, 1.0).map(g -> gain(g)).toList()
            scalar(0.5).unroll(20).gradNorms().csv()
            lstm().hidden(3).unroll(5).gradNorms()
            new double[] {1, 2}
            net.hidden(0)
            """;

    private static final String NOTE = """
            # Rehearsal

            <!-- gradflow: table -->
            ```java
            rnn().unroll(3).gradNorms()
            ```
            <!-- gradflow:out -->

            | t | norm |

            <!-- gradflow:end none -->

            <!-- gradflow: figure=none.svg -->
            ```java
            rnn().unroll(3).gradNorms().plot()
            ```

            It is <!-- gradflow:= 1 / 3.0 -->0.333.
            """;

    private Rehearsal() {}

    /** Runs a script, checks a note and holds a session of the prompt; ends badly if that gets stuck. */
    public static void main(String[] none) throws IOException {
        endIfStuck();
        prepare();
        int unusedCode = Main.run(List.of("-e", SCRIPT, "one"));
        check();
        FutureTask<Engine> engine = new FutureTask<>(Engine::start);
        engine.run();
        gradflow.repl.terminal.Rehearsal.run(engine);
        System.exit(0);
    }

    private static void prepare() {
        try {
            Stocktaking.write();
            StoppableLibrary.prepare();
        } catch (IOException e) {
            // Then each run does it for itself.
        }
    }

    private static void check() throws IOException {
        Path note = Files.createTempFile("rehearsal", ".md");
        try {
            Files.writeString(note, NOTE);
            PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
            int unusedCode = new NotesProgram(nobody, nobody).check(List.of(note.toString()));
        } finally {
            Files.delete(note);
        }
    }

    private static void endIfStuck() {
        Thread watch = new Thread(
                () -> {
                    try {
                        Thread.sleep(MOST_MILLIS);
                        Runtime.getRuntime().halt(1);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "watch");
        watch.setDaemon(true);
        watch.start();
    }
}
