package gradflow.repl.terminal;

import gradflow.internal.check.Refusal;
import gradflow.repl.display.Repeats;
import gradflow.repl.display.SourceText;
import gradflow.repl.display.ThrownText;
import gradflow.repl.engine.Outcome;
import gradflow.repl.help.Hints;
import gradflow.repl.help.OtherLanguages;
import gradflow.repl.session.Log;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Errors in words, each with the line that the person typed. */
final class Faults {
    private static final Pattern MISSING = Pattern.compile("cannot find symbol: (?:variable|class) (\\w+)");
    private static final String ERROR = "error: ";
    private static final int MOST_CALLERS = 3;
    private static final String INDENT = "  ";

    private final Log log;

    Faults(Log log) {
        this.log = log;
    }

    /**
     * {@return compile errors, each with its line and signs under the place}
     *
     * @param importable tells what a name that is missing can mean in whole
     */
    List<String> rejected(
            String source, List<Outcome.Problem> problems, int width, Function<String, List<String>> importable) {
        // What is no Java at all has one error too many for each of its words.
        Optional<String> other = OtherLanguages.hint(source);
        if (other.isPresent()) {
            return List.of(problem(source, problems.get(0), width) + hint(other.get(), width));
        }
        return problems.stream()
                .map(problem -> problem(source, problem, width)
                        + help(source, problem, importable)
                                .map(words -> hint(words, width))
                                .orElse(""))
                .toList();
    }

    private static Optional<String> help(
            String source, Outcome.Problem problem, Function<String, List<String>> importable) {
        // The index of words is read at the first error, not at the start.
        Optional<String> known = new Hints().on(problem.message(), source.substring(problem.end()));
        Matcher missing = MISSING.matcher(problem.message());
        if (known.isPresent()
                || !missing.matches()
                || !Character.isUpperCase(missing.group(1).charAt(0))) {
            return known;
        }
        return importable.apply(missing.group(1)).stream()
                .findFirst()
                .map(name -> "`import " + name + "` brings it, and so does Shift-Tab i behind it");
    }

    private static String hint(String words, int width) {
        return "\n" + Prose.fitted(INDENT + "hint: " + words, width);
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
            return Prose.fitted(refused ? message : ERROR + message, width);
        }
        List<String> callers = lines.subList(1, lines.size()).stream()
                .map(line -> "from  " + line)
                .toList();
        // The word before it takes room in the first line too.
        String fitted = Prose.fitted(ERROR + message, width).substring(ERROR.length());
        return new SourceText("", lines.get(0)).failure(1, thrown.callee(), fitted)
                + counted(thrown, callers, MOST_CALLERS);
    }

    private static String counted(Outcome.Thrown thrown, List<String> calls, int most) {
        return Repeats.counted(calls, most, thrown.thrown() instanceof StackOverflowError).stream()
                .map(call -> "\n" + INDENT + call)
                .collect(Collectors.joining());
    }
}
