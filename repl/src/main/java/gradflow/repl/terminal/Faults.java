package gradflow.repl.terminal;

import gradflow.internal.check.Refusal;
import gradflow.repl.display.Repeats;
import gradflow.repl.display.SourceText;
import gradflow.repl.display.ThrownText;
import gradflow.repl.engine.Outcome;
import gradflow.repl.help.Hints;
import gradflow.repl.session.Log;
import java.util.List;
import java.util.stream.Collectors;

/** Errors in words, each with the line that the person typed. */
final class Faults {
    private static final int MOST_CALLERS = 3;
    private static final String INDENT = "  ";

    private final Log log;

    Faults(Log log) {
        this.log = log;
    }

    /** {@return compile errors, each with its line and signs under the place} */
    List<String> rejected(String source, List<Outcome.Problem> problems, int width) {
        return problems.stream()
                .map(problem -> problem(source, problem, width) + hint(problem, width))
                .toList();
    }

    private String hint(Outcome.Problem problem, int width) {
        // The index of words is read at the first error, not at the start.
        return new Hints()
                .on(problem.message())
                .map(hint -> "\n" + Prose.fitted(INDENT + "hint: " + hint, width))
                .orElse("");
    }

    private static String problem(String source, Outcome.Problem problem, int width) {
        Clipped place = Clipped.of(source, problem.start(), problem.end(), width - INDENT.length() - 1);
        String[] lines = new SourceText("", place.text())
                .problem(place.start(), place.end(), problem.message())
                .split("\n", 2);
        return Prose.fitted(lines[0], width) + "\n" + lines[1];
    }

    /** {@return all there is to say: what was thrown, and every frame of the person's own code with its line} */
    String explained(Outcome.Thrown thrown) {
        List<String> frames = thrown.frames().stream()
                .map(frame -> "at " + place(frame) + ": "
                        + log.line(frame.source(), frame.line())
                                .map(String::strip)
                                .orElse("?"))
                .toList();
        return ThrownText.of(thrown.thrown())
                + (frames.isEmpty()
                        ? "\nnothing of yours was running: the value was being shown"
                        : counted(thrown, frames, Integer.MAX_VALUE));
    }

    private static String place(Outcome.Frame frame) {
        return "line " + frame.line() + " of entry " + frame.source()
                + (frame.method().isEmpty() ? "" : ", in " + frame.method());
    }

    /** {@return what was thrown, the person's line that threw, and the lines that led there} */
    String thrown(Outcome.Thrown thrown, int width) {
        String message = ThrownText.of(thrown.thrown());
        boolean refused = thrown.thrown() instanceof Refusal;
        List<String> lines = thrown.frames().stream()
                .flatMap(frame -> log.line(frame.source(), frame.line()).stream())
                .map(String::strip)
                .toList();
        if (lines.isEmpty() || (refused && lines.size() == 1)) {
            return Prose.fitted(refused ? message : "error: " + message, width);
        }
        List<String> callers = lines.subList(1, lines.size()).stream()
                .map(line -> "from  " + line)
                .toList();
        return new SourceText("", lines.get(0)).failure(1, thrown.callee(), Prose.fitted(message, width))
                + counted(thrown, callers, MOST_CALLERS);
    }

    private static String counted(Outcome.Thrown thrown, List<String> calls, int most) {
        return Repeats.counted(calls, most, thrown.thrown() instanceof StackOverflowError).stream()
                .map(call -> "\n" + INDENT + call)
                .collect(Collectors.joining());
    }
}
