package gradflow.report.plot;

import gradflow.internal.check.Refusal;
import gradflow.report.text.FlatText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that pictures are written to. */
final class Written {
    private Written() {}

    /**
     * Writes a whole file, or refuses.
     *
     * @param word that asked for it: svg
     * @param name of the file
     * @param expression that the picture is of
     * @param content all of it
     * @return the file
     */
    static Path file(String word, String name, String expression, byte[] content) {
        try {
            Path path = Path.of(name);
            Path directory = path.toAbsolutePath().getParent();
            if (name.isEmpty() || Files.isDirectory(path)) {
                throw refused(word, name, expression, "it must name a file");
            }
            if (directory != null && !Files.isDirectory(directory)) {
                throw refused(word, name, expression, "there is no directory " + directory);
            }
            return Files.write(path, content);
        } catch (AccessDeniedException denied) {
            throw refused(word, name, expression, "the file may not be written");
        } catch (InvalidPathException invalid) {
            throw refused(word, name, expression, "no file can have this name");
        } catch (IOException failed) {
            throw refused(word, name, expression, String.valueOf(failed.getMessage()));
        }
    }

    private static Refusal refused(String word, String name, String expression, String why) {
        String flat = FlatText.of(name);
        return new Refusal(
                word + "(path): can't write \"" + flat + "\": " + FlatText.of(why),
                expression + "." + word + "(\"" + flat + "\")",
                word + "(\"figure." + word + "\"), in a directory that is there and may be written to");
    }
}
