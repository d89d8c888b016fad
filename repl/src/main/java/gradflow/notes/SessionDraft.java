package gradflow.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes of a session in the making: runs them, and changes what their comments say, until two runs agree. */
final class SessionDraft {
    private static final String BETWEEN = "\n\n";

    private final Path file;
    private final String stem;
    private final List<SessionEntry> entries = new ArrayList<>();
    private int figures;

    SessionDraft(Path file, List<String> sources) {
        this.file = file;
        stem = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
        for (String source : sources) {
            if (!source.isBlank()) {
                entries.add(new SessionEntry(source.strip().replace("\r\n", "\n"), this::nextFigure));
            }
        }
    }

    private String nextFigure() {
        figures++;
        return "fig/" + stem.replaceAll("[^\\w-]", "-") + "-" + figures + ".svg";
    }

    /** Runs them until no run teaches anything new. */
    void settle() {
        boolean again = !entries.isEmpty();
        while (again) {
            again = teaches(kept());
        }
    }

    private List<SessionEntry> kept() {
        return entries.stream().filter(entry -> !entry.isOut()).toList();
    }

    private boolean teaches(List<SessionEntry> run) {
        String text = String.join(BETWEEN, run.stream().map(SessionEntry::block).toList()) + "\n";
        List<Reconciled> parts = NoteRun.of(
                        Note.read(NoteText.of(file.toString(), text)), NoteRun.folder(file), true, true)
                .parts();
        boolean taught = false;
        for (int i = 0; i < run.size(); i++) {
            taught |= run.get(i).learn(parts.get(i));
        }
        if (run.stream().anyMatch(SessionEntry::isOut)) {
            entries.forEach(SessionEntry::forget);
        }
        return taught;
    }

    /** {@return the notes, woven as they were run last} */
    String text() {
        StringBuilder notes = new StringBuilder("# ").append(stem);
        @Nullable SessionEntry before = null;
        int at = 0;
        for (SessionEntry entry : kept()) {
            entry.addTo(notes, before, at);
            at += entry.block().length() + BETWEEN.length();
            before = entry;
        }
        return notes.append('\n').toString();
    }

    List<Picture> pictures() {
        return kept().stream().flatMap(entry -> entry.picture().stream()).toList();
    }

    List<String> remarks() {
        return entries.stream().flatMap(entry -> entry.remarks().stream()).toList();
    }
}
