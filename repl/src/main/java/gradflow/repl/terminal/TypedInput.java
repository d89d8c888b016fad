package gradflow.repl.terminal;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code System.in} is at the prompt: lines that the person types while a snippet asks for them. Ctrl-D ends it for that one
 * reading; Ctrl-C stops the snippet.
 */
final class TypedInput extends InputStream {
    private final Editor editor;
    private final Screen screen;
    private final Runnable stop;
    private byte[] line = {};
    private int read;

    /** @param stop stops what runs */
    TypedInput(Editor editor, Screen screen, Runnable stop) {
        this.editor = editor;
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public synchronized int read() {
        return isThere() ? line[read++] & 0xff : -1;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!isThere()) {
            return -1;
        }
        int count = Math.min(length, line.length - read);
        System.arraycopy(line, read, bytes, offset, count);
        read += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - read;
    }

    private boolean isThere() {
        if (read == line.length && !editor.reader().isReading()) {
            // What was printed last stands before what is typed, as a question does.
            Optional<String> typed = editor.answer(screen.takeOpenLine(), stop);
            line = typed.map(text -> (text + "\n").getBytes(Charset.defaultCharset()))
                    .orElse(new byte[0]);
            read = 0;
        }
        return read < line.length;
    }
}
