package gradflow.repl.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import org.jline.utils.WriterOutputStream;

/** What stands in for the standard streams while the prompt runs: prints of a snippet reach the screen. */
final class StandardStreams {
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private StandardStreams() {}

    /** Replaces them. */
    static StandardStreams on(Screen screen, InputStream typed, Charset charset) {
        StandardStreams before = new StandardStreams();
        PrintStream stream = new PrintStream(new WriterOutputStream(new ToScreen(screen), charset), true, charset);
        System.setIn(typed);
        System.setOut(stream);
        System.setErr(stream);
        return before;
    }

    /** Puts them back. */
    void putBack() {
        System.setIn(in);
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
