package gradflow.repl.terminal;

import gradflow.Gradflow;
import gradflow.repl.command.Commands;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.OpenCall;
import gradflow.repl.typing.Token;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that can be named at the cursor: in the string of a call that reads one, and after a command that does; and matrices that
 * go by a name.
 */
final class FileNames {
    private static final Set<String> CALLS =
            Set.of("load", "fromFile", "tensors", "File", "FileReader", "FileInputStream", "gallery");

    /** What stands there is no file, but the name of a matrix. */
    private static final Pattern MATRIX = Pattern.compile("\\bgallery\\s*\\(\\s*\"[^\"]*$");

    private static final Set<String> COMMANDS = Set.of("/open", "/save", "/export", "/copy", "/paste", "/env");

    private FileNames() {}

    /** {@return the path so far, where one is being typed} */
    static Optional<String> path(String before) {
        if (before.startsWith("!")) {
            return before.contains(" ") ? Optional.of(before.substring(before.lastIndexOf(' ') + 1)) : Optional.empty();
        }
        if (Commands.isCommand(before)) {
            String[] words = before.strip().split("\\s+", 2);
            boolean further = before.length() > before.stripLeading().indexOf(words[0]) + words[0].length();
            return COMMANDS.contains(words[0]) && further
                    ? Optional.of(before.substring(before.lastIndexOf(' ') + 1))
                    : Optional.empty();
        }
        List<Token> tokens = JavaLexer.tokens(before);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token last = tokens.get(tokens.size() - 1);
        String text = last.in(before);
        boolean open = last.kind() == Token.Kind.LITERAL
                && text.startsWith("\"")
                && last.end() == before.length()
                && (text.length() == 1 || !text.endsWith("\""));
        return open
                ? OpenCall.at(before.substring(0, last.start()))
                        .filter(FileNames::readsFile)
                        .map(call -> text.substring(1))
                : Optional.empty();
    }

    private static boolean readsFile(OpenCall call) {
        boolean path = call.owner().endsWith("Path") && call.name().equals("of");
        return call.argument() == 0 && (path || CALLS.contains(call.name()));
    }

    /** {@return the names that can stand at the end of a text} */
    static List<Completion> completions(String before, String path) {
        return MATRIX.matcher(before).find()
                ? Gradflow.gallery().names().stream()
                        .filter(name -> name.startsWith(path))
                        .map(Completion::of)
                        .toList()
                : beginning(path);
    }

    /** {@return the files whose path begins so, each as the last part of it} A folder ends in a slash. */
    static List<Completion> beginning(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String name = path.substring(slash);
        List<Completion> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(path.substring(0, slash)))) {
            for (Path file : files) {
                String text = String.valueOf(file.getFileName());
                if (text.startsWith(name) && (!text.startsWith(".") || name.startsWith("."))) {
                    found.add(Completion.of(Files.isDirectory(file) ? text + "/" : text));
                }
            }
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(Completion::text));
        return found;
    }

    private static Path folder(String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), path.substring(2))
                : Path.of(path.isEmpty() ? "." : path);
    }
}
