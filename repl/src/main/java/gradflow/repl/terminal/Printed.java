package gradflow.repl.terminal;

import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import org.jline.utils.WriterOutputStream;

/** What stands in for System.out and System.err while the prompt runs, so that prints of a snippet reach the screen. */
final class Printed {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private Printed() {}

    /** Replaces both. */
    static Printed on(Screen screen, Charset charset) {
        Printed before = new Printed();
        PrintStream stream = new PrintStream(new WriterOutputStream(new ToScreen(screen), charset), true, charset);
        System.setOut(stream);
        System.setErr(stream);
        return before;
    }

    /** Puts both back. */
    void putBack() {
        System.setOut(out);
        System.setErr(err);
    }

    private static final class ToScreen extends Writer {
        private final Screen screen;

        ToScreen(Screen screen) {
            this.screen = screen;
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            screen.print(new String(chars, offset, length));
        }

        @Override
        public void flush() {
            // The screen holds nothing back.
        }

        @Override
        public void close() {
            // The screen outlives the stream.
        }
    }
}
