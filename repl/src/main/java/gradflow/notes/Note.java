package gradflow.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note, read.
 *
 * @param text the file
 * @param parts what it holds beside prose, in order
 * @param findings what is wrong with it; if any is, it isn't run
 */
public record Note(NoteText text, List<Part> parts, List<Finding> findings) {

    /** Copies. */
    public Note {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** {@return the note in a text} */
    public static Note read(NoteText text) {
        return new NoteReader(text).read();
    }

    boolean isWrong() {
        return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.WRONG);
    }

    List<Part.Block> blocks() {
        return parts.stream()
                .filter(Part.Block.class::isInstance)
                .map(Part.Block.class::cast)
                .toList();
    }

    /**
     * {@return the code that a script of this note consists of, each character at its place in the file, and blanks
     * elsewhere: no block that must fail, is skipped, only compiles, or belongs to a session of its own}
     */
    public String script() {
        StringBuilder script = new StringBuilder(text.text().replaceAll("[^\n]", " "));
        for (Part part : parts) {
            Part.Code code = scripted(part);
            if (code != null) {
                script.replace(code.start(), code.start() + code.text().length(), code.text());
            }
        }
        return script.toString();
    }

    /** {@return the code that a script of this note takes from a part, or null} */
    static Part.@Nullable Code scripted(Part part) {
        if (part instanceof Part.Setup setup) {
            return setup.session().isEmpty() ? setup.code() : null;
        }
        if (part instanceof Part.Block block) {
            BlockOptions options = block.options();
            boolean runs = options.runs() && !options.has("fails") && !options.has("norun");
            return runs && options.session().isEmpty() ? block.code() : null;
        }
        return null;
    }
}
