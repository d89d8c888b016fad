package gradflow.repl.command;

import gradflow.network.Description;
import gradflow.network.Unrolled;
import gradflow.repl.display.Beside;
import gradflow.repl.engine.Outcome;
import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.Token;
import gradflow.report.Report;
import gradflow.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows two networks or two values side by side. */
record Compare() implements Command {
    private static final String STEPS = "20";
    private static final int LONGEST_NAME = 12;

    @Override
    public String name() {
        return "/compare";
    }

    @Override
    public String purpose() {
        return "side by side: /compare a b";
    }

    @Override
    public String usage() {
        return "/compare a b [T]";
    }

    @Override
    public String more() {
        return """
                Networks run over the same inputs for T steps (20) and are asked for their gradient norms; answers with the
                same table become one table; other values stand beside each other. Expressions with blanks in them are
                separated by a comma: /compare rnn().relu(), lstm()""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.variables(prompt);
    }

    @Override
    public boolean takesExpression() {
        return true;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> parts = parts(argument);
        if (parts.size() < 2
                || parts.size() > 3
                || (parts.size() == 3 && !parts.get(2).matches("\\d{1,7}"))) {
            return "/compare: which two? for example: /compare rnn() lstm()";
        }
        Optional<Outcome.Value> a = prompt.evaluate(parts.get(0));
        Optional<Outcome.Value> b = a.flatMap(there -> prompt.evaluate(parts.get(1)));
        if (a.isEmpty() || b.isEmpty()) {
            return "";
        }
        if (a.get().value() instanceof Description && b.get().value() instanceof Description) {
            String steps = parts.size() == 3 ? parts.get(2) : STEPS;
            String line = "compare(" + parts.get(0) + ", " + parts.get(1) + ").unroll(" + steps + ").gradNorms()";
            prompt.aside(line);
            boolean unused = prompt.answer(line);
            return "";
        }
        Beside beside = beside(parts.get(0), parts.get(1));
        Outcome outcome = prompt.call(
                () -> text(prompt, beside, asked(a.get().value()), asked(b.get().value())));
        prompt.show(outcome);
        return "";
    }

    /** Who heads a column can't be long. */
    private static Beside beside(String a, String b) {
        boolean named = a.length() <= LONGEST_NAME && b.length() <= LONGEST_NAME;
        return new Beside(named ? a : "a", named ? b : "b");
    }

    private static @Nullable Object asked(@Nullable Object value) {
        return value instanceof Unrolled run ? run.gradNorms() : value;
    }

    private static Object text(Surroundings prompt, Beside beside, @Nullable Object a, @Nullable Object b) {
        if (a instanceof Result first && b instanceof Result second) {
            Optional<Report> both = beside.tables(first.report(), second.report());
            if (both.isPresent()) {
                return both.get();
            }
        }
        return beside.texts(prompt.text().of(a), prompt.text().of(b), prompt.width() - 1);
    }

    /** {@return what stands between commas or blanks that are in no brackets; if there is a comma, between commas} */
    private static List<String> parts(String argument) {
        List<String> byComma = split(argument, true);
        if (byComma.size() < 2) {
            return split(argument, false);
        }
        List<String> last = split(byComma.get(byComma.size() - 1), false);
        List<String> parts = new ArrayList<>(byComma.subList(0, byComma.size() - 1));
        if (last.size() == 2 && last.get(1).matches("\\d+")) {
            parts.addAll(last);
        } else {
            parts.add(byComma.get(byComma.size() - 1));
        }
        return parts;
    }

    private static List<String> split(String text, boolean comma) {
        List<Token> tokens = JavaLexer.tokens(text);
        Brackets brackets = Brackets.of(text, tokens);
        List<String> parts = new ArrayList<>();
        int start = 0;
        int inside = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.start() > inside && token.kind() == Token.Kind.BRACKET) {
                inside = Math.max(inside, brackets.partner(token.start()).orElse(token.start()));
            }
            if (token.start() <= inside && token.end() <= inside) {
                continue;
            }
            boolean apart = i + 1 < tokens.size() && tokens.get(i + 1).start() > token.end();
            boolean ends = comma ? token.is(",", text) : apart && !isOpen(tokens, i, text);
            if (ends) {
                parts.add(text.substring(start, comma ? token.start() : token.end())
                        .strip());
                start = token.end();
            }
        }
        parts.add(text.substring(start).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    /** {@return whether an expression can't end here, though a blank follows} */
    private static boolean isOpen(List<Token> tokens, int i, String text) {
        boolean sign = tokens.get(i).kind() == Token.Kind.SIGN && !tokens.get(i).is(",", text);
        Token next = tokens.get(i + 1);
        return sign || tokens.get(i).is("new", text) || next.kind() == Token.Kind.SIGN;
    }
}
