/**
 * Lecture notes that stay true: runs the Java blocks of a Markdown file, writes what they show below them, and checks that
 * it still is what they show.
 *
 * <pre>{@code
 * NoteRun run = NoteRun.of(Note.read(NoteText.of(Path.of("lecture.md"))));
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.notes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
