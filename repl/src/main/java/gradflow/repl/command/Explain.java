package gradflow.repl.command;

import gradflow.network.Description;
import gradflow.network.Unrolled;
import gradflow.repl.engine.Outcome;
import gradflow.report.Cell;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.text.Wrap;
import gradflow.result.Diagnosis;
import gradflow.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says more about the last error, or about the last verdict. */
record Explain() implements Command {
    private static final int STEPS = 20;
    private static final int REMEDIES = 3;

    @Override
    public String name() {
        return "/explain";
    }

    @Override
    public String purpose() {
        return "more about the last error or verdict";
    }

    @Override
    public String usage() {
        return "/explain [expression]";
    }

    @Override
    public String more() {
        return """
                After an error it tells the lines of your own code that led there. After an answer about a network it has
                the network examined: what becomes of the signal, what that rests on, and what helps.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.variables(prompt);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty() && prompt.failedLast()) {
            return prompt.explanation();
        }
        if (argument.isEmpty() && prompt.values().last().isEmpty()) {
            return prompt.explanation().isEmpty()
                    ? "/explain: there was no error and no value yet"
                    : prompt.explanation();
        }
        Optional<Outcome.Value> subject = Subject.of(prompt, argument);
        if (subject.isEmpty()) {
            return "";
        }
        Optional<Unrolled> run = run(prompt, subject.get().value());
        if (run.isEmpty() && !(subject.get().value() instanceof Diagnosis)) {
            return prompt.explanation().isEmpty() || !argument.isEmpty()
                    ? "/explain: this value is of no network; it explains errors, networks and what they were asked"
                    : prompt.explanation();
        }
        Outcome outcome = prompt.call(() -> subject.get().value() instanceof Diagnosis known
                ? known
                : run.orElseThrow().diagnose());
        if (!(outcome instanceof Outcome.Value value && value.value() instanceof Diagnosis diagnosis)) {
            prompt.show(outcome);
            return "";
        }
        return lines(diagnosis).stream()
                .flatMap(line -> Wrap.words(line, prompt.width() - 1).stream())
                .collect(Collectors.joining("\n"));
    }

    /** An answer knows the expression that it came from, which names the run that was asked. */
    private static Optional<Unrolled> run(Surroundings prompt, @Nullable Object value) {
        if (value instanceof Unrolled run) {
            return Optional.of(run);
        }
        if (value instanceof Description network) {
            return Optional.of(network.unroll(STEPS));
        }
        if (!(value instanceof Result result)) {
            return Optional.empty();
        }
        String expression = result.report().provenance().expression();
        while (expression.contains(".unroll(")) {
            if (prompt.engine().evalAside(expression, "run") instanceof Outcome.Value found
                    && found.value() instanceof Unrolled run) {
                return Optional.of(run);
            }
            Optional<String> shorter = Calls.withoutLast(expression);
            if (shorter.isEmpty()) {
                break;
            }
            expression = shorter.get();
        }
        return Optional.empty();
    }

    private static List<String> lines(Diagnosis diagnosis) {
        Report evidence = diagnosis.evidence();
        Format format = evidence.table().columns().get(1).format();
        List<String> lines = new ArrayList<>();
        lines.add(evidence.provenance().expression().replaceFirst("\\.diagnose\\(.*", ""));
        lines.add(diagnosis.verdict());
        lines.add(meaning(diagnosis.asItIs().verdict()));
        lines.add("");
        lines.add("what that rests on:");
        for (List<Cell> row : evidence.table().rows()) {
            String number = words(row.get(1), format);
            lines.add("  " + words(row.get(0), format) + (number.isEmpty() ? "" : " " + number) + ": "
                    + words(row.get(2), format));
        }
        List<String> helps = diagnosis.remedies().stream()
                .filter(trial -> trial.strays() < diagnosis.asItIs().strays())
                .limit(REMEDIES)
                .map(trial -> "  " + trial.line() + "  " + trial.sentence())
                .toList();
        lines.add("");
        lines.add(
                helps.isEmpty()
                        ? "nothing that was tried on this run makes it better"
                        : "what helps, tried on this run:");
        lines.addAll(helps);
        lines.add("?diagnose tells how it was judged; .diagnose() has all that was tried");
        return lines;
    }

    private static String words(Cell cell, Format format) {
        if (cell instanceof Cell.Whole whole) {
            return Long.toString(whole.value());
        }
        return cell instanceof Cell.Real real
                ? format.text(real.value())
                : cell instanceof Cell.Text text ? text.text() : "";
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case VANISHING ->
                "Little of what the loss says gets back to the early steps, so that learning follows the last few steps alone.";
            case EXPLODING ->
                "The gradient grows on its way back, so that one step of learning can throw the weights far off.";
            case STABLE ->
                "About as much arrives at the first step as the loss sent: the early steps can be learnt from.";
            case MIXED ->
                "The gradient shrinks in one part of the run and grows in another, so that its two ends don't tell the story.";
            case UNDEFINED -> "The forward pass left the range of numbers, so that there is no gradient to speak of.";
        };
    }
}
