package gradflow.repl.terminal;

import gradflow.notes.Pasted;
import gradflow.repl.command.Commands;
import gradflow.repl.command.Surroundings;
import gradflow.repl.completion.KnownNames;
import gradflow.repl.completion.Offer;
import gradflow.repl.engine.Completeness;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Scope;
import gradflow.repl.engine.Suggestion;
import gradflow.repl.help.HelpIndex;
import gradflow.repl.session.Values;
import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.LastExpression;
import gradflow.repl.typing.OpenCall;
import gradflow.repl.typing.Symbols;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Java as the engine knows it, with the commands, and with chains that go on from the entry before. */
final class JavaLanguage implements Language {
    /** What comes next is a type, or anything that a package or a type has. */
    private static final Pattern NEEDS_TYPE =
            Pattern.compile("(?:\\.|\\b(?:new|instanceof|extends|implements|throws|import|static|catch \\())\\s*$");

    private final Supplier<Engine> engine;
    private final Chain chain;
    private final Values values;
    private final KnownNames names;
    private final BooleanSupplier isWarm;
    private Optional<Surroundings> prompt = Optional.empty();

    /** @param isWarm whether the engine has been used, so that it answers at once */
    JavaLanguage(Supplier<Engine> engine, Chain chain, Values values, KnownNames names, BooleanSupplier isWarm) {
        this.engine = engine;
        this.chain = chain;
        this.values = values;
        this.names = names;
        this.isWarm = isWarm;
    }

    /** Tells whose commands they are, once that is there. */
    void knows(Surroundings surroundings) {
        prompt = Optional.of(surroundings);
    }

    @Override
    public boolean isIncomplete(String entry) {
        if (entry.startsWith("%%")) {
            // What IPython calls a cell: an empty line ends it.
            return !entry.substring(entry.lastIndexOf('\n') + 1).isBlank();
        }
        boolean notJava = Commands.isCommand(entry)
                || Pasted.isCopied(entry)
                || Foreign.of(entry, name -> engine.get().scope().has(name)).isPresent();
        if (entry.isBlank() || notJava) {
            return false;
        }
        Completeness completeness = engine.get().completeness(Values.parseable(chain.whole(entry)));
        // A second Enter, on an empty line, ends what only might go on.
        boolean mayGoOn = !entry.substring(entry.lastIndexOf('\n') + 1).isBlank();
        return completeness == Completeness.INCOMPLETE
                || (mayGoOn
                        && (completeness == Completeness.EXPECTS_MORE
                                || (completeness == Completeness.INVALID && isOpen(entry))));
    }

    /** A slip in the third line of a method shouldn't end it there: what is typed next would be answered line by line. */
    private static boolean isOpen(String entry) {
        return !Brackets.of(entry, JavaLexer.tokens(entry)).open().isEmpty();
    }

    @Override
    public List<Completion> completions(String entry, int cursor) {
        String before = entry.substring(0, cursor);
        int name = Symbols.nameBefore(entry, cursor);
        if (name >= 0) {
            return Symbols.beginning(entry.substring(name, cursor)).entrySet().stream()
                    .map(sign -> new Completion(sign.getKey(), sign.getKey() + " " + sign.getValue(), "", ""))
                    .toList();
        }
        if (Commands.isCommand(entry) || before.equals("/")) {
            Optional<String> expression = CommandWords.expression(before);
            return expression.isPresent()
                    ? java(expression.get(), expression.get())
                    : CommandWords.completions(before, prompt);
        }
        if (before.startsWith("%") && !before.contains(" ")) {
            return Magics.names().stream()
                    .filter(magic -> magic.startsWith(before))
                    .map(magic -> new Completion(magic.substring(1), magic, "", ""))
                    .toList();
        }
        Optional<String> path = FileNames.path(before);
        if (path.isPresent()) {
            return FileNames.completions(before, path.get());
        }
        return java(entry, before);
    }

    /** {@return ways to go on with Java, where there are any, from the cursor behind {@code before}} */
    private List<Completion> java(String entry, String before) {
        int cursor = before.length();
        int word = Word.before(entry, cursor).wordCursor();
        String chained = chain.whole(entry);
        String earlier = chained.substring(0, chained.length() - entry.length());
        String start =
                values.wording(earlier + before.substring(0, cursor - word)).java();
        String whole = start + before.substring(cursor - word);
        Optional<List<Offer>> known = withoutCompiler(whole, before.substring(cursor - word));
        if (known.isPresent()) {
            return known.get().stream()
                    .map(offer -> Knowledge.completion(offer.owner(), offer.text(), offer.text()))
                    .toList();
        }
        int at = whole.length();
        int from = start.length();
        List<Suggestion> suggestions = fitting(engine.get().suggestions(whole, at), whole, word > 0);
        String type = suggestions.isEmpty() ? "" : typeBefore(whole.substring(0, from));
        return suggestions.stream()
                .map(suggestion ->
                        Knowledge.completion(type, inPlaceOf(from, suggestion, whole, at), suggestion.text()))
                .distinct()
                .toList();
    }

    /**
     * {@return what is worth a list} Before the first letter that would be every type that Java has; so there it is what fits in
     * the place, if that is known, or else all but the types.
     */
    private static List<Suggestion> fitting(List<Suggestion> all, String whole, boolean hasLetters) {
        if (hasLetters || NEEDS_TYPE.matcher(whole).find()) {
            return all;
        }
        List<Suggestion> fitting = all.stream().filter(Suggestion::fits).toList();
        return !fitting.isEmpty() && fitting.size() < all.size()
                ? fitting
                : all.stream()
                        .filter(one -> !Character.isUpperCase(one.text().charAt(0)))
                        .toList();
    }

    private Optional<List<Offer>> withoutCompiler(String whole, String word) {
        Optional<List<Offer>> known = names.offers(whole);
        return known.isPresent() || isWarm.getAsBoolean() || !whole.equals(word)
                ? known
                : Optional.of(names.firstWords(word)).filter(words -> !words.isEmpty());
    }

    /** {@return the type of what a text asks something of, or that of the first words if it asks nothing yet} */
    private String typeBefore(String text) {
        String before = text.stripTrailing();
        return before.endsWith(".")
                ? typeOf(LastExpression.of(before.substring(0, before.length() - 1)))
                : HelpIndex.FIRST;
    }

    private String typeOf(String expression) {
        return names.type(expression).orElseGet(() -> engine.get().type(expression));
    }

    @Override
    public Set<String> members(String owner) {
        String whole = java(owner);
        return names.members(whole).orElseGet(() -> suggested(whole));
    }

    private Set<String> suggested(String whole) {
        return engine.get().suggestions(whole, whole.length()).stream()
                .map(suggestion -> suggestion.text().replaceFirst("[(.].*", ""))
                .collect(Collectors.toSet());
    }

    /** {@return an entry as Java is given it} */
    private String java(String entry) {
        return values.wording(chain.whole(entry)).java();
    }

    @Override
    public Scope scope() {
        return engine.get().scope();
    }

    @Override
    public Optional<String> hint(String before) {
        String whole = java(before);
        return OpenCall.at(whole).flatMap(call -> {
            String owner = call.owner();
            String type = owner.isEmpty() ? HelpIndex.FIRST : typeOf(LastExpression.of(owner));
            return Knowledge.hint(type, call)
                    .or(() -> engine.get()
                            .signature(call.head(), call.head().length())
                            .map(signatures -> signatures.lines().findFirst().orElse("")));
        });
    }

    @Override
    public String type(String expression) {
        return engine.get().type(java(expression));
    }

    @Override
    public List<String> importable(String before) {
        String whole = java(before);
        return engine.get().importable(whole, whole.length());
    }

    /** A suggestion may replace more, or less, than the name that the editor replaces. */
    private static String inPlaceOf(int from, Suggestion suggestion, String whole, int cursor) {
        int anchor = suggestion.anchor();
        if (anchor >= from) {
            return whole.substring(from, anchor) + suggestion.text();
        }
        String kept = whole.substring(anchor, Math.min(from, cursor));
        return suggestion.text().startsWith(kept) ? suggestion.text().substring(kept.length()) : suggestion.text();
    }
}
