package gradflow.repl.terminal;

import gradflow.repl.session.Entry;
import gradflow.repl.session.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What counts of a session, in a file beside the history, so that the next one can go on with it, whatever ended this one. */
final class LastSession {
    private final Optional<Path> file;
    private String before;

    /** @param history where the history is kept, if anywhere */
    LastSession(Optional<Path> history) {
        file = history.map(path -> path.resolveSibling(path.getFileName() + ".session"));
        before = file.map(LastSession::read).orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** {@return the Java of what counted before the last reset, or in the last session} */
    String before() {
        return before;
    }

    /** Says that a session begins anew. */
    void reset(List<Entry> entries) {
        List<String> script = Replay.of(entries);
        before = script.isEmpty() ? before : String.join("\n", script);
    }

    /** Keeps the session as it is now. */
    void keep(List<Entry> entries) {
        List<String> script = Replay.of(entries);
        file.filter(path -> !script.isEmpty()).ifPresent(path -> write(path, String.join("\n", script) + "\n"));
    }

    /** Nobody has asked for it, so that nobody is told when it can't be done. */
    private static void write(Path file, String text) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, HistoryFile.ownerOnly("rw-------"));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            // The folder may be gone; there is nothing to say to a person about it.
        }
    }
}
