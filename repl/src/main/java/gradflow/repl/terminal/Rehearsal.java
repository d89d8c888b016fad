package gradflow.repl.terminal;

import gradflow.repl.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A short conversation with nobody, so that the JVM sees which classes one needs. */
public final class Rehearsal {
    private static final String TAB = "\t";
    private static final String ENTER = "\r";
    private static final String CTRL_D = "\004";

    private static final String KEYS = "var net = rnn().hidden(2).whh(identity(0.5).plusNoise(0.05)).ta" + TAB + ENTER
            + "net.unroll(3).gradNorms()" + ENTER
            + "net." + TAB + "hiden(3)" + ENTER
            + "import java.util.functio" + TAB + "*;" + ENTER
            + "Math.sqr" + TAB + "2)" + ENTER
            + "new StringBuild" + TAB + ")" + ENTER
            + "?" + ENTER
            + "/help" + ENTER
            + CTRL_D;

    /** What a real terminal needs and this one doesn't. */
    private static final String REAL_TERMINAL = "org.jline.terminal.impl.PosixSysTerminal";

    private Rehearsal() {}

    /**
     * Types, presses Tab, Enter and {@code ?}, and leaves.
     *
     * @throws IOException if there are no pseudo-terminals on this machine
     */
    public static void run(Future<Engine> engine) throws IOException {
        TerminalBuilder builder = TerminalBuilder.builder()
                .name("gradflow")
                .type("xterm-256color")
                .system(false)
                .provider("jni")
                .streams(keys(), OutputStream.nullOutputStream())
                .attributes(asTyped())
                .size(Size.of(80, 24))
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false);
        try (Terminal terminal = builder.build()) {
            Class<?> unused = Class.forName(REAL_TERMINAL);
            // Whoever starts this mustn't find its lines in the history.
            Environment nobody = name -> name.equals("GRADFLOW_HISTORY") ? Optional.of("") : Optional.empty();
            int unusedCode = Prompt.run(terminal, nobody, new EngineToCome(engine));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What ends would be closed at once, with all that hasn't been read yet. */
    private static InputStream keys() throws IOException {
        InputStream noMore = new PipedInputStream(new PipedOutputStream());
        return new SequenceInputStream(new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8)), noMore);
    }

    /** The keys are there before anybody reads them, and the terminal's own editing would take Ctrl-D for their end. */
    private static Attributes asTyped() {
        Attributes attributes = new Attributes();
        attributes.setInputFlag(InputFlag.ICRNL, true);
        attributes.setControlChar(ControlChar.VMIN, 1);
        attributes.setControlChar(ControlChar.VEOF, CTRL_D.charAt(0));
        return attributes;
    }
}
