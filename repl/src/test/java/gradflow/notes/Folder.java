package gradflow.notes;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Notes in a folder, and the commands on them. */
record Folder(Path path) {

    /** What a command said; the folder's own name is left out. */
    record Said(int code, String out, String err) {}

    Path write(String name, String text) throws Exception {
        return Files.writeString(path.resolve(name), text);
    }

    String read(String name) throws Exception {
        return Files.readString(path.resolve(name));
    }

    Said check(String... words) {
        return run(true, words);
    }

    Said weave(String... words) {
        return run(false, words);
    }

    private Said run(boolean check, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        NotesProgram program = new NotesProgram(print(out), print(err));
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(
                    word.startsWith("--to=") || (word.startsWith("-") && !word.contains("="))
                            ? word
                            : word.contains("=")
                                    ? word.replace("=", "=" + path + "/")
                                    : path.resolve(word).toString());
        }
        int code = check ? program.check(arguments) : program.weave(arguments);
        return new Said(code, text(out), text(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(path + "/", "");
    }
}
