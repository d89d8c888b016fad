package gradflow.repl.terminal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a file, one a line: the time, a colon, and the entry with its line feeds escaped, as JLine writes them. Several
 * prompts may add at once, and one may die in the midst of it: each entry is one write at the end of the file, which waits
 * for its turn, and a line that can't be read is passed over.
 */
final class HistoryStore {
    /** Twice as many make the file be cut to the latest of these. */
    static final int MOST_ENTRIES = 10_000;

    private static final Pattern LINE = Pattern.compile("\\d{1,18}:.*");

    private final Path file;
    private boolean usable = true;

    HistoryStore(Path file) {
        this.file = file;
    }

    /** {@return whether entries are kept: a file that isn't a history, or can't be written to, is left as it is} */
    boolean isUsable() {
        return usable;
    }

    /** {@return what is in the file, the oldest first} */
    List<String> read() {
        List<String> entries = new ArrayList<>();
        try {
            List<String> lines = lines();
            boolean foreign = !lines.isEmpty()
                    && lines.stream().noneMatch(line -> LINE.matcher(line).matches());
            usable = usable && !foreign;
            lines.stream().filter(line -> LINE.matcher(line).matches()).forEach(line -> entries.add(entry(line)));
            if (entries.size() > 2 * MOST_ENTRIES) {
                cut();
            }
        } catch (IOException e) {
            usable = false;
        }
        return entries;
    }

    /** Text that isn't UTF-8 can't be from here, but must not hide what is. */
    private List<String> lines() throws IOException {
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }

    /** Adds an entry. */
    void add(Instant time, String entry) {
        if (usable) {
            // The system's lock keeps other programs out, not another prompt of this one.
            synchronized (HistoryStore.class) {
                append(time, entry);
            }
        }
    }

    private void append(Instant time, String entry) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
                FileChannel channel = open.getChannel()) {
            FileLock lock = lock(channel);
            try {
                long end = open.length();
                // A prompt that died while it wrote has left half a line.
                String before = "";
                if (end > 0) {
                    open.seek(end - 1);
                    before = open.read() == '\n' ? "" : "\n";
                }
                open.seek(end);
                open.write(
                        (before + time.toEpochMilli() + ":" + escaped(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            } finally {
                release(lock);
            }
        } catch (IOException e) {
            usable = false;
        }
    }

    /** Keeps the latest, each once. In place, as others may have the file open. */
    private void cut() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = lock(channel);
            try {
                List<String> lines = lines();
                Set<String> seen = new LinkedHashSet<>();
                List<String> kept = new ArrayList<>();
                for (int i = lines.size() - 1; i >= 0 && kept.size() < MOST_ENTRIES; i--) {
                    if (LINE.matcher(lines.get(i)).matches() && seen.add(entry(lines.get(i)))) {
                        kept.add(0, lines.get(i));
                    }
                }
                byte[] text = (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
                channel.write(ByteBuffer.wrap(text), 0);
                channel.truncate(text.length);
            } finally {
                release(lock);
            }
        }
    }

    /** Some network file systems have no locks; there the appended line has to do. */
    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static void release(@Nullable FileLock lock) throws IOException {
        if (lock != null) {
            lock.release();
        }
    }

    private static String entry(String line) {
        String escaped = line.substring(line.indexOf(':') + 1);
        StringBuilder entry = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                i++;
                c = escaped.charAt(i) == 'n' ? '\n' : escaped.charAt(i) == 'r' ? '\r' : escaped.charAt(i);
            }
            entry.append(c);
        }
        return entry.toString();
    }

    private static String escaped(String entry) {
        return entry.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
