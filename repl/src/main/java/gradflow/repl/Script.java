package gradflow.repl;

import gradflow.notes.Finding;
import gradflow.notes.Note;
import gradflow.notes.NoteText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A script, read whole.
 *
 * @param name as errors call it
 * @param text its Java
 * @param arguments what {@code args} holds
 */
record Script(String name, String text, List<String> arguments) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** It can't be read; the message is one line for a person. */
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }

    static Script file(String path, List<String> arguments) throws Unreadable {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw new Unreadable("not a file but a directory: " + path);
            }
            String text = java(Files.readAllBytes(file));
            return new Script(path, path.endsWith(".md") ? notes(path, text) : text, arguments);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unreadable("no such file: " + path);
        } catch (AccessDeniedException e) {
            throw new Unreadable("not allowed to read: " + path);
        } catch (CharacterCodingException e) {
            throw new Unreadable("not a text in UTF-8: " + path);
        } catch (IOException e) {
            throw new Unreadable("cannot read " + path + ": " + e.getMessage());
        }
    }

    /** {@return the Java in lecture notes, each character at its place} */
    private static String notes(String path, String text) throws Unreadable {
        Note note = Note.read(NoteText.of(path, text));
        Optional<Finding> wrong = note.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.WRONG)
                .findFirst();
        if (wrong.isPresent()) {
            throw new Unreadable("these notes can't be run\n" + wrong.get().text());
        }
        return note.script();
    }

    static Script input(List<String> arguments) throws Unreadable {
        try {
            return new Script("<stdin>", java(System.in.readAllBytes()), arguments);
        } catch (CharacterCodingException e) {
            throw new Unreadable("not a text in UTF-8: standard input");
        } catch (IOException e) {
            throw new Unreadable("cannot read standard input: " + e.getMessage());
        }
    }

    /** {@return the Java in a file: a first line {@code #!…} becomes a comment of the same length} */
    private static String java(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        return text.startsWith("#!") ? "//" + text.substring(2) : text;
    }
}
