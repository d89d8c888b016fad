package gradflow.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a terminal was sent, which one thread fills and another waits on. */
final class Transcript {
    private final StringBuilder shown = new StringBuilder();

    /** Reads until the other side is gone. */
    void fill(InputStream source) {
        char[] chunk = new char[4096];
        try (Reader reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                add(chunk, count);
            }
        } catch (IOException e) {
            // Linux reports the end of a pseudo-terminal so.
        }
    }

    private synchronized void add(char[] chunk, int count) {
        shown.append(chunk, 0, count);
        notifyAll();
    }

    /** Gives what follows {@code from}, up to and with {@code words}. */
    synchronized String await(String words, int from, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            int at = shown.indexOf(words, from);
            if (at >= 0) {
                return shown.substring(from, at + words.length());
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited in vain for \"" + words + "\"; was shown:\n" + shown.substring(from));
            }
            wait(left);
        }
    }

    @Override
    public synchronized String toString() {
        return shown.toString();
    }
}
