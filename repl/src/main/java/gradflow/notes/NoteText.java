package gradflow.notes;

import gradflow.repl.display.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The text of a file of notes, without the mark of its byte order, and where its lines are. */
public final class NoteText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final String text;
    private final boolean marked;
    private final int[] lineStarts;

    private NoteText(String name, String whole) {
        this.name = name;
        marked = whole.startsWith(BYTE_ORDER_MARK);
        text = marked ? whole.substring(1) : whole;
        lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[line++] = at + 1;
        }
        return starts;
    }

    /** {@return a text under the name that messages give it} */
    public static NoteText of(String name, String text) {
        return new NoteText(name, text);
    }

    /** {@return the text of a file} */
    public static NoteText of(Path file) throws Refused {
        try {
            if (Files.isDirectory(file)) {
                throw new Refused("not a file but a directory: " + file);
            }
            return new NoteText(file.toString(), decoded(Files.readAllBytes(file)));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Refused("no such file: " + file);
        } catch (AccessDeniedException e) {
            throw new Refused("not allowed to read: " + file);
        } catch (CharacterCodingException e) {
            throw new Refused("not a text in UTF-8: " + file);
        } catch (IOException e) {
            throw new Refused("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** {@return another text as the bytes of this file, with the mark if this has one} */
    byte[] bytes(String other) {
        return ((marked ? BYTE_ORDER_MARK : "") + other).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the bytes of this file} */
    byte[] bytes() {
        return bytes(text);
    }

    SourceText source() {
        return new SourceText(name, text);
    }

    /** {@return the line of an offset, from 1} */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** {@return where a line begins} */
    int start(int line) {
        return lineStarts[Math.min(line, lineStarts.length) - 1];
    }

    int lineStart(int offset) {
        return lineStarts[line(offset) - 1];
    }

    /** {@return the end of the line of an offset, without what ends it} */
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        if (end < 0) {
            return text.length();
        }
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** {@return the start of the line after that of an offset, or the end of the text} */
    int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    /** {@return what ends the line of an offset; of the last line, what ends the first} */
    String lineBreak(int offset) {
        int end = text.indexOf('\n', offset);
        if (end < 0) {
            end = text.indexOf('\n');
        }
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** {@return {@code file:line:column: severity: message}} */
    String message(int offset, String severity, String message) {
        return name + ":" + line(offset) + ":" + (offset - lineStart(offset) + 1) + ": " + severity + ": " + message;
    }
}
