package gradflow.repl.command;

import gradflow.report.text.Wrap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first five minutes: a line at a time, which Enter runs. */
record Tour() implements Command {
    private static final Set<String> LEAVING = Set.of("q", "quit", "exit", "/exit", "/q", ":q");

    /** What is said, and the line that shows it. */
    record Step(String words, String line) {}

    static final List<Step> STEPS = List.of(
            new Step(
                    "A recurrent network hands its state on from step to step. How much of the loss's gradient gets back"
                            + " to the first one? Four units, half the identity between them, twenty steps:",
                    "rnn().hidden(4).whh(identity(0.5)).tanh().unroll(20).gradNorms()"),
            new Step(
                    "A millionth. Everything is a value: name the network, and branch it. Nothing has run yet.",
                    "var net = rnn().hidden(4).whh(identity(0.5).plusNoise(0.05))"),
            new Step(
                    "The textbook looks at the spectral radius, the largest |eigenvalue|, which is below 1 here:",
                    "net.spectrum()"),
            new Step(
                    "With a radius of 1.6 the gradient should explode. Look what saturation does to it:",
                    "net.whh(identity(1.5).plusNoise(0.05)).unroll(20).gradNorms()"),
            new Step("_ is the last value, _1 that of entry 1. Each answer can be drawn:", "_.plot()"),
            new Step(
                    "Why does it shrink? Weights, saturation and alignment, step by step, in nepers:",
                    "net.unroll(20).why()"),
            new Step("What would help? Each remedy has been tried on this very network:", "net.unroll(20).diagnose()"),
            new Step(
                    "The classic remedy is a gated cell, whose forget gate carries the gradient past the weights:",
                    "compare(net, lstm().forgetBias(3)).unroll(50).gradNorms()"),
            new Step(
                    "Where a double gives up, the answer doesn't:",
                    "scalar(0.5).linear().unroll(100_000).gradNorms().log10(0)"));

    private static final String INDENT = "    ";
    private static final String END =
            "That was it. Tab lists what fits, ?gradNorms tells of a word, /help of commands and"
                    + " keys; /copy md takes a table along, /export notes.md the whole session as checked notes.";

    @Override
    public String name() {
        return "/tour";
    }

    @Override
    public String purpose() {
        return "the first five minutes, a line at a time";
    }

    @Override
    public String more() {
        return "Enter runs the line that is shown, q leaves. Any other line is run, and the tour waits.";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        for (int i = 0; i < STEPS.size(); i++) {
            Step step = STEPS.get(i);
            prompt.say("\n"
                    + lines(Wrap.words((i + 1) + "/" + STEPS.size() + "  " + step.words(), prompt.width() - 1), ""));
            prompt.say("\n" + lines(Wrap.chain(step.line(), prompt.width() - 1 - INDENT.length()), INDENT));
            while (true) {
                Optional<String> typed = prompt.read("Enter runs it, q leaves> ");
                if (typed.isEmpty() || LEAVING.contains(typed.get().strip())) {
                    return "you left the tour; /tour begins it again";
                }
                String line = typed.get().strip();
                boolean unused = prompt.answer(line.isEmpty() ? step.line() : line);
                if (line.isEmpty()) {
                    break;
                }
            }
        }
        return "\n" + lines(Wrap.words(END, prompt.width() - 1), "");
    }

    private static String lines(List<String> lines, String indent) {
        return indent + String.join("\n" + indent, lines);
    }
}
