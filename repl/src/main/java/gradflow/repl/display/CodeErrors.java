package gradflow.repl.display;

import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.Unresolved;
import gradflow.repl.help.HelpIndex;
import gradflow.repl.help.Hints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Errors of code that stands in a file, each with its place there. */
public final class CodeErrors {
    private static final int MOST_CALLS = 10;

    /** Earlier values, which only the prompt numbers. */
    private static final Pattern OF_THE_PROMPT = Pattern.compile("_|[_$]\\d+");

    private final SourceText source;
    private final Map<String, Piece> pieces = new HashMap<>();

    /** Begins with no piece expected. */
    public CodeErrors(SourceText source) {
        this.source = source;
    }

    /** Remembers which piece an id names. */
    public void expect(String id, Piece piece) {
        pieces.put(id, piece);
    }

    /** {@return what does not compile, each problem with its place} */
    public String rejected(Piece piece, Outcome.Rejected rejected) {
        List<String> errors = new ArrayList<>();
        for (Outcome.Problem problem : rejected.problems()) {
            errors.add(
                    source.problem(piece.offset() + problem.start(), piece.offset() + problem.end(), problem.message())
                            + hint(piece.source(), problem)
                                    .map(hint -> "\n  hint: " + hint)
                                    .orElse(""));
        }
        return String.join("\n", errors);
    }

    private static Optional<String> hint(String code, Outcome.Problem problem) {
        String word = code.substring(problem.start(), problem.end());
        boolean last = problem.message().contains("'_'") || problem.message().contains("underscore");
        if (last || OF_THE_PROMPT.matcher(word).matches()) {
            return Optional.of(
                    "`" + (last ? "_" : word) + "` is a value of the prompt: give it a name, `var x = …`, or /save the"
                            + " session there, which does");
        }
        return HelpIndex.isThere()
                ? new Hints()
                        .on(problem.message(), code.substring(problem.end()))
                        .filter(hint -> !hint.startsWith("?"))
                : Optional.empty();
    }

    /** {@return a message about the whole of a piece} */
    public String whole(Piece piece, String message) {
        return source.problem(piece.offset(), piece.offset() + piece.source().length(), message);
    }

    /** {@return a message that points at the first of the missing names} */
    public String unresolved(Unresolved unresolved) {
        String message = unresolved.what() + " uses what nothing declares: " + String.join(", ", unresolved.missing());
        Piece piece = pieces.get(unresolved.source());
        if (piece == null) {
            return "error: " + message;
        }
        for (String missing : unresolved.missing()) {
            // For example: method g(double), class Foo.
            String name = missing.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
            Matcher use = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])")
                    .matcher(piece.source());
            if (use.find()) {
                return source.problem(piece.offset() + use.start(), piece.offset() + use.end(), message);
            }
        }
        return whole(piece, message);
    }

    /** {@return what was thrown, where, and the calls that led there} */
    public String thrown(Piece piece, Outcome.Thrown thrown) {
        String message = ThrownText.of(thrown.thrown());
        List<Integer> lines = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (Outcome.Frame frame : thrown.frames()) {
            Piece of = pieces.get(frame.source());
            if (of != null) {
                int line = of.line() + frame.line() - 1;
                lines.add(line);
                calls.add("  at " + source.position(line) + (frame.method().isEmpty() ? "" : " in " + frame.method()));
            }
        }
        return lines.isEmpty()
                ? source.failure(piece.line(), "", message)
                : source.failure(lines.get(0), thrown.callee(), message)
                        + trace(calls, thrown.thrown() instanceof StackOverflowError);
    }

    /**
     * {@return a line for each call, the repeated ones of a recursion as one; nothing for a single call}
     *
     * @param cut whether there were more: the JVM notes a thousand or so
     */
    private static String trace(List<String> calls, boolean cut) {
        return calls.size() < 2
                ? ""
                : Repeats.counted(calls, MOST_CALLS, cut).stream()
                        .map(call -> "\n" + call)
                        .collect(Collectors.joining());
    }
}
