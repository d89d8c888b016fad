package gradflow.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A note that was run, and how it compares with its file.
 *
 * @param note the note
 * @param parts each part, in order; none if the note is wrong
 */
public record NoteRun(Note note, List<Reconciled> parts) {

    /** Copies. */
    public NoteRun {
        parts = List.copyOf(parts);
    }

    /** {@return the note, run in fresh sessions, unless something is wrong with it} */
    public static NoteRun of(Note note) {
        return of(note, folder(note), false, false);
    }

    static Path folder(Note note) {
        return folder(Path.of(note.text().name()));
    }

    static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }

    static NoteRun of(Note note, Path folder, boolean all, boolean volatiles) {
        if (note.isWrong()) {
            return new NoteRun(note, List.of());
        }
        return new NoteRun(
                note,
                new NoteRunner(note)
                        .run().stream()
                                .map(ran -> new Reconciler(note.text(), folder, all, volatiles).of(ran))
                                .toList());
    }

    /** One block, as a test sees it. */
    public record BlockReport(int line, boolean skipped, List<Finding> findings) {}

    /** {@return what there is to say about each block and each value in prose, in order} */
    public List<BlockReport> blocks() {
        return parts.stream()
                .map(part -> new BlockReport(
                        line(part.ran().part()), part.ran().status() == Ran.Status.SKIPPED, part.findings()))
                .toList();
    }

    private int line(Part part) {
        int offset = part instanceof Part.Block block
                ? block.fence()
                : part instanceof Part.Inline inline
                        ? inline.start()
                        : ((Part.Setup) part).code().start();
        return note.text().line(offset);
    }

    /** {@return everything there is to say, in the order of the file} */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(note.findings());
        parts.forEach(part -> all.addAll(part.findings()));
        return all;
    }

    /** {@return the outputs that the author edited, and weaving would overwrite} */
    List<Finding> handEdits() {
        return parts.stream().flatMap(part -> part.handEdits().stream()).toList();
    }

    /** {@return the text of the file with its outputs brought up to date} */
    String woven() {
        return Edit.apply(edits(), note.text().text());
    }

    List<Edit> edits() {
        return parts.stream().flatMap(part -> part.edits().stream()).toList();
    }

    List<Picture> pictures() {
        return parts.stream().flatMap(part -> part.picture().stream()).toList();
    }
}
