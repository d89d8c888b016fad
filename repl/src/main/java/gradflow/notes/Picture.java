package gradflow.notes;

/**
 * A picture that stands beside a note.
 *
 * @param path relative to the note
 * @param svg its text
 */
public record Picture(String path, String svg) {}
