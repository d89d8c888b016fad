package gradflow.notes;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The code of a note as a script. */
final class Tangle {
    private Tangle() {}

    /** {@return the script, with a comment before each block that says where it comes from} */
    static String of(Note note) {
        String name = String.valueOf(Path.of(note.text().name()).getFileName());
        return codes(note).stream()
                .map(code -> "// " + name + ":" + note.text().line(first(code)) + "\n" + java(code))
                .collect(Collectors.joining("\n"));
    }

    /** {@return the code alone} */
    static String code(Note note) {
        return codes(note).stream().map(Tangle::java).collect(Collectors.joining("\n"));
    }

    private static List<Part.Code> codes(Note note) {
        return note.parts().stream()
                .map(Note::scripted)
                .filter(Objects::nonNull)
                .toList();
    }

    private static int first(Part.Code code) {
        return code.start() + code.text().length() - code.text().stripLeading().length();
    }

    private static String java(Part.Code code) {
        return code.text()
                        .stripTrailing()
                        .stripIndent()
                        .strip()
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
