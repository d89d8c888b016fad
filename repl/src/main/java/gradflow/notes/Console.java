package gradflow.notes;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the blocks of a note print, each for itself. What a thread prints belongs to the block that started it; once
 * that block is over, it is counted and dropped.
 */
final class Console extends OutputStream {
    /** More than anybody reads; a block that prints without end must not take the memory. */
    private static final int MOST_BYTES = 1 << 20;

    private static final InheritableThreadLocal<@Nullable Object> BLOCK = new InheritableThreadLocal<>();

    private byte[] bytes = new byte[1 << 10];
    private int size;
    private long refused;
    private long late;
    private @Nullable Object current;

    PrintStream stream() {
        return new PrintStream(this, false, StandardCharsets.UTF_8);
    }

    /** From now on, this thread and those that it starts print for a new block. */
    synchronized void begin() {
        Object block = new Object();
        BLOCK.set(block);
        current = block;
        size = 0;
        refused = 0;
        late = 0;
    }

    /** {@return what was printed since the last call} */
    synchronized String take() {
        String text = new String(bytes, 0, size, StandardCharsets.UTF_8).replace("\r\n", "\n");
        size = 0;
        return text;
    }

    /** {@return whether more was printed than is kept} */
    synchronized boolean overflowed() {
        return refused > 0;
    }

    /** {@return whether a thread of an earlier block still printed} */
    synchronized boolean wasLate() {
        return late > 0;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] more, int offset, int length) {
        if (BLOCK.get() != current) {
            late += length;
            return;
        }
        int taken = Math.min(length, MOST_BYTES - size);
        if (size + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(size + taken, 2 * bytes.length)));
        }
        System.arraycopy(more, offset, bytes, size, taken);
        size += taken;
        refused += length - taken;
    }
}
