package gradflow.repl.terminal;

import gradflow.internal.check.Refusal;
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
    private final Hints hints = new Hints();

    Faults(Log log) {
        this.log = log;
    }

    /** {@return compile errors, each with its line and signs under the place} */
    List<String> rejected(String source, List<Outcome.Problem> problems, int width) {
        return problems.stream()
                .map(problem -> problem(source, problem, width - INDENT.length() - 1) + hint(problem))
                .toList();
    }

    private String hint(Outcome.Problem problem) {
        return hints.on(problem.message())
                .map(hint -> "\n" + INDENT + "hint: " + hint)
                .orElse("");
    }

    private static String problem(String source, Outcome.Problem problem, int width) {
        Clipped place = Clipped.of(source, problem.start(), problem.end(), width);
        return new SourceText("", place.text()).problem(place.start(), place.end(), problem.message());
    }

    /** {@return all there is to say: what was thrown, and every frame of the person's own code with its line} */
    String explained(Outcome.Thrown thrown) {
        String frames = thrown.frames().stream()
                .map(frame -> "\n" + INDENT + "at " + place(frame) + ": "
                        + log.line(frame.source(), frame.line())
                                .map(String::strip)
                                .orElse("?"))
                .collect(Collectors.joining());
        return ThrownText.of(thrown.thrown())
                + (frames.isEmpty() ? "\nnothing of yours was running: the value was being shown" : frames);
    }

    private static String place(Outcome.Frame frame) {
        return "line " + frame.line() + " of entry " + frame.source()
                + (frame.method().isEmpty() ? "" : ", in " + frame.method());
    }

    /** {@return what was thrown, the person's line that threw, and the lines that led there} */
    String thrown(Outcome.Thrown thrown) {
        String message = ThrownText.of(thrown.thrown());
        List<String> lines = thrown.frames().stream()
                .flatMap(frame -> log.line(frame.source(), frame.line()).stream())
                .map(String::strip)
                .limit(1 + MOST_CALLERS)
                .toList();
        if (lines.isEmpty() || (thrown.thrown() instanceof Refusal && lines.size() == 1)) {
            return message;
        }
        String callers = lines.stream()
                .skip(1)
                .map(line -> "\n" + INDENT + "from  " + line)
                .collect(Collectors.joining());
        return new SourceText("", lines.get(0)).failure(1, thrown.callee(), message) + callers;
    }
}
