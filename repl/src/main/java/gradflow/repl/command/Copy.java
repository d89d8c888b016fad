package gradflow.repl.command;

import gradflow.internal.check.Refusal;
import gradflow.repl.engine.Outcome;
import gradflow.report.Result;
import gradflow.report.plot.Plot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands a value to other programs, in their form. */
record Copy() implements Command {
    private static final List<String> FORMS = List.of("md", "tex", "csv", "html", "json", "svg", "text");
    private static final Map<String, String> OTHER_NAMES =
            Map.of("markdown", "md", "latex", "tex", "txt", "text", "htm", "html");

    private static final Map<String, Function<Result, String>> TABLES = Map.of(
            "md", Result::markdown,
            "tex", Result::latex,
            "csv", Result::csv,
            "html", Result::html,
            "json", Result::json,
            "svg", Result::svg);
    private static final Map<String, Function<Plot, String>> PICTURES = Map.of("svg", Plot::svg, "tex", Plot::tex);

    @Override
    public String name() {
        return "/copy";
    }

    @Override
    public String purpose() {
        return "the last value elsewhere: /copy md notes.md";
    }

    @Override
    public String usage() {
        return "/copy md|tex|csv|html|json|svg|text [file] [of expression]";
    }

    @Override
    public String more() {
        return """
                Without a file it goes to the clipboard, by the terminal (OSC 52), which may ask or refuse; tmux needs
                set -g set-clipboard on. /copy csv norms.csv of net.unroll(9).gradNorms() takes that instead of the last.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return before.isEmpty() ? FORMS : List.of();
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        String[] halves = (" " + argument).split("\\sof\\s", 2);
        List<String> words = Words.of(halves[0]);
        String form = words.isEmpty() ? "" : OTHER_NAMES.getOrDefault(words.get(0), words.get(0));
        if (!FORMS.contains(form) || words.size() > 2) {
            return "/copy: as what? one of " + String.join(", ", FORMS) + "; for example: /copy md";
        }
        Optional<Outcome.Value> subject = Subject.of(prompt, halves.length > 1 ? halves[1].strip() : "");
        if (subject.isEmpty()) {
            return "";
        }
        @Nullable Object value = subject.get().value();
        Outcome outcome = prompt.call(() -> text(prompt, value, form));
        if (!(outcome instanceof Outcome.Value text && text.value() instanceof String string)) {
            prompt.show(outcome);
            return "";
        }
        return words.size() > 1 ? toFile(words.get(1), string) : toClipboard(prompt, form, string);
    }

    private static String text(Surroundings prompt, @Nullable Object value, String form) {
        if (value instanceof Plot plot && PICTURES.containsKey(form)) {
            return PICTURES.get(form).apply(plot);
        }
        if (value instanceof Result result && TABLES.containsKey(form)) {
            return TABLES.get(form).apply(result);
        }
        if (form.equals("text")) {
            return prompt.text().whole().of(value);
        }
        if (value instanceof String text) {
            // Already in its form: what .csv() gave, say.
            return text;
        }
        throw new Refusal(
                "/copy " + form + ": this value has no such form",
                "a value of type " + (value == null ? "null" : value.getClass().getSimpleName()),
                "/copy text, or /copy " + form + " after an answer such as a table of gradient norms");
    }

    private static String toFile(String file, String text) {
        try {
            Files.writeString(TypedPath.of(file), text.endsWith("\n") ? text : text + "\n");
            return "wrote " + text.lines().count() + " lines to " + file;
        } catch (IOException | InvalidPathException e) {
            return TypedPath.failure("/copy", file, e);
        }
    }

    private static String toClipboard(Surroundings prompt, String form, String text) {
        return prompt.toClipboard(text)
                .map(why -> "/copy: " + why + "; a file takes it: /copy " + form + " name." + form)
                .orElse("handed " + text.length() + " characters to the terminal for its clipboard");
    }
}
