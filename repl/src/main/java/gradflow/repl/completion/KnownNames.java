package gradflow.repl.completion;

import gradflow.Gradflow;
import gradflow.repl.completion.Owner.PackageName;
import gradflow.repl.completion.Owner.TypeName;
import gradflow.repl.completion.Owner.Value;
import gradflow.repl.engine.JavaText;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.SessionNames;
import gradflow.repl.library.Packages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What can stand at the end of a text, without the compiler. Where that isn't certain there is no answer, rather than one
 * of which the compiler would have said more or less.
 */
public final class KnownNames {
    private static final String FIRST = Gradflow.class.getSimpleName();

    private final Library library;
    private final Contents contents;
    private final Variables variables = new Variables();
    private volatile NamesInScope scope;
    private volatile ChainTypes chains;

    /** Knows the classes of an inventory; without one it knows less. */
    public KnownNames() {
        this(Packages::current);
    }

    KnownNames(Supplier<Optional<Packages>> packages) {
        library = new Library(packages);
        contents = new Contents(library);
        scope = new NamesInScope(library, SessionNames.atStart());
        chains = new ChainTypes(variables, scope, library);
    }

    /** Learns what came of an entry, and which names there are since. */
    public void learn(Outcome outcome, SessionNames names) {
        variables.learn(outcome);
        learn(names);
    }

    /** Learns which names there are. */
    public void learn(SessionNames names) {
        variables.keep(names.variables());
        scope = new NamesInScope(library, names);
        chains = new ChainTypes(variables, scope, library);
    }

    /** {@return the words of the field that an entry can begin with} */
    public List<Offer> firstWords(String beginning) {
        return offers(FIRST, Members.staticCalls(Gradflow.class, beginning));
    }

    /** {@return the simple name of an expression's type, or of the type that it names; nothing if that isn't known} */
    public Optional<String> type(String expression) {
        return chains.of(expression)
                .filter(owner -> !(owner instanceof PackageName))
                .map(KnownNames::typeOf);
    }

    /** {@return the words that can follow on a text that ends in a dot; nothing if that isn't known} */
    public Optional<Set<String>> members(String before) {
        return offers(before)
                .map(offers -> offers.stream()
                        .map(offer -> Offer.withoutBrackets(offer.text()).replace(".", ""))
                        .collect(Collectors.toSet()));
    }

    /** {@return what can stand at the end of a text; nothing if that isn't known} */
    public Optional<List<Offer>> offers(String text) {
        if (JavaText.endsInCommentOrLiteral(text)) {
            return Optional.of(List.of());
        }
        Place place = new Place(text);
        return place.owner().isEmpty() ? ofNothing(place, text) : ofOwner(place);
    }

    private Optional<List<Offer>> ofOwner(Place place) {
        String beginning = place.beginning();
        Optional<Owner> owner = place.isImport() ? library.named(place.owner()) : chains.of(place.owner());
        return owner.filter(one -> !(one instanceof Value) || !place.mayBeParameter())
                .filter(one -> !(one instanceof PackageName) || scope.isComplete())
                .map(one -> offers(
                        typeOf(one),
                        switch (place.kind()) {
                            case IMPORT -> contents.imported(one, beginning, false);
                            case STATIC_IMPORT -> contents.imported(one, beginning, true);
                            case NEW -> contents.made(one, beginning);
                            default -> contents.asked(one, beginning);
                        }));
    }

    private Optional<List<Offer>> ofNothing(Place place, String text) {
        String beginning = place.beginning();
        boolean isKnown = (!beginning.isEmpty() || text.isBlank())
                && scope.isComplete()
                && !place.mayDeclare(
                        name -> scope.isDeclared(name) || scope.type(name).isPresent());
        if (!isKnown) {
            return Optional.empty();
        }
        return switch (place.kind()) {
            case EXPRESSION -> Optional.of(offers(FIRST, scope.all(beginning)));
            case TYPE -> Optional.of(offers(FIRST, scope.types(beginning)));
            case NEW ->
                scope.hasOwnType(beginning) ? Optional.empty() : Optional.of(offers(FIRST, scope.made(beginning)));
            case IMPORT, STATIC_IMPORT ->
                // Or a word of Java's that is part of the declaration.
                "static".startsWith(beginning) || "module".startsWith(beginning)
                        ? Optional.empty()
                        : Optional.of(offers(FIRST, contents.packages("", beginning)));
            default -> Optional.empty();
        };
    }

    private static List<Offer> offers(String owner, Collection<String> texts) {
        return texts.stream().map(text -> new Offer(owner, text)).toList();
    }

    private static String typeOf(Owner owner) {
        return owner instanceof Value value
                ? value.type().getSimpleName()
                : owner instanceof TypeName name ? name.type().getSimpleName() : "";
    }
}
