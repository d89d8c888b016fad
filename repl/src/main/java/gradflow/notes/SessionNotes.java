package gradflow.notes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes of a session: what was typed, as blocks with what they show, so that checking them finds nothing to say.
 *
 * @param file where they belong
 * @param text the Markdown
 * @param pictures that stand beside it
 * @param remarks what a person should know who reads them over, a line each: what failed when it was run once more, what
 *     shows something else each time, what had to be left out
 */
public record SessionNotes(Path file, String text, List<Picture> pictures, List<String> remarks) {

    /** Copies. */
    public SessionNotes {
        pictures = List.copyOf(pictures);
        remarks = List.copyOf(remarks);
    }

    /**
     * Makes notes, and writes nothing. The entries run again in a session of their own, twice: notes must stand on their own,
     * and must show the same each time. An entry that fails becomes an error that is expected, a plot a figure.
     *
     * @param file where they are to be
     * @param entries what was typed, in order, without commands
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static SessionNotes of(Path file, List<String> entries) {
        SessionDraft draft = new SessionDraft(file, entries);
        draft.settle();
        return new SessionNotes(file, draft.text(), draft.pictures(), draft.remarks());
    }

    /**
     * Writes them, with their pictures.
     *
     * @param replace whether they may replace what is in the file now
     */
    public void write(boolean replace) throws Refused {
        if (!replace && Files.exists(file)) {
            throw new Refused(file + " is there already; nothing was written");
        }
        List<SafeFile.Change> changes = new ArrayList<>();
        for (Picture picture : pictures) {
            changes.add(SafeFile.change(NoteRun.folder(file).resolve(picture.path()), picture.svg()));
        }
        changes.add(SafeFile.change(file, text));
        SafeFile.replace(changes);
    }
}
