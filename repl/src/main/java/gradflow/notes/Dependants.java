package gradflow.notes;

import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which failures follow from an earlier one: they name what it should have declared. */
final class Dependants {
    private static final Pattern DECLARED = Pattern.compile(
            "\\b(?!return\\b|new\\b|throw\\b)[\\w.]+(?:<[^=;]*>)?(?:\\[\\])*\\s+([\\p{L}_$][\\w$]*)\\s*[=;({]");

    private final NoteText text;
    private final Map<String, Integer> lines = new HashMap<>();

    Dependants(NoteText text) {
        this.text = text;
    }

    /** Remembers what a piece that failed, or was not reached, would have declared. */
    void lost(Piece piece) {
        Matcher declared = DECLARED.matcher(piece.source());
        while (declared.find()) {
            lines.put(declared.group(1), text.line(piece.offset()));
        }
    }

    /** {@return a line that says what the problems follow from, or an empty text} */
    String cause(Outcome outcome) {
        List<Outcome.Problem> problems = outcome instanceof Outcome.Rejected rejected ? rejected.problems() : List.of();
        for (Outcome.Problem problem : problems) {
            for (Map.Entry<String, Integer> lost : lines.entrySet()) {
                if (problem.message().matches("(?s).*(?<![\\w$])" + Pattern.quote(lost.getKey()) + "(?![\\w$]).*")) {
                    return "\n  follows from line " + lost.getValue() + ", which failed";
                }
            }
        }
        return "";
    }
}
