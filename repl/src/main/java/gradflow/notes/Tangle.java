package gradflow.notes;

import java.nio.file.Path;

/** The code of a note as a script. */
final class Tangle {
    private Tangle() {}

    static String of(Note note) {
        StringBuilder script = new StringBuilder();
        String name = String.valueOf(Path.of(note.text().name()).getFileName());
        for (Part part : note.parts()) {
            Part.Code code = Note.scripted(part);
            if (code != null) {
                String java = code.text().stripTrailing().stripIndent().strip();
                int first = code.start()
                        + code.text().length()
                        - code.text().stripLeading().length();
                script.append(script.isEmpty() ? "" : "\n")
                        .append("// ")
                        .append(name)
                        .append(':')
                        .append(note.text().line(first))
                        .append('\n')
                        .append(java.lines()
                                .map(String::stripTrailing)
                                .reduce((a, b) -> a + "\n" + b)
                                .orElse(""))
                        .append('\n');
            }
        }
        return script.toString();
    }
}
