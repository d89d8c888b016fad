package gradflow.notes;

import java.util.List;

/**
 * Notes of a session: what was typed, as blocks, woven, so that checking them finds nothing to say.
 *
 * @param text the Markdown
 * @param problems what went wrong when it was run once more, each with its line; such blocks stand there without output
 */
public record SessionNotes(String text, List<String> problems) {

    /** Copies. */
    public SessionNotes {
        problems = List.copyOf(problems);
    }

    /**
     * Writes notes. The inputs run once more in a session of their own, since notes must stand on their own: what a person
     * typed before the part that is exported isn't there for their readers either.
     *
     * @param name of the file to be, for messages
     * @param title of the notes
     * @param inputs what was typed, without commands and without what failed
     */
    public static SessionNotes of(String name, String title, List<String> inputs) {
        StringBuilder markdown = new StringBuilder("# ").append(title).append("\n\n");
        for (String input : inputs) {
            if (!input.isBlank()) {
                String fence = Reconciler.fence(input);
                markdown.append(fence)
                        .append("java\n")
                        .append(input.strip())
                        .append('\n')
                        .append(fence)
                        .append("\n\n");
            }
        }
        String draft = markdown.toString().strip() + "\n";
        Note note = Note.read(NoteText.of(name, draft));
        NoteRun run = NoteRun.of(note);
        return new SessionNotes(
                run.woven(),
                run.findings().stream()
                        .filter(finding -> finding.kind().compareTo(Finding.Kind.DRIFT) > 0)
                        .map(Finding::text)
                        .toList());
    }
}
