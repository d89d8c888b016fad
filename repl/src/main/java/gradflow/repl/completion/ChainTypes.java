package gradflow.repl.completion;

import gradflow.Gradflow;
import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.Token;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What chains are: those that begin with a word of the field, a variable, a type, a package, a string or {@code new}. It is
 * read from the classes themselves.
 */
final class ChainTypes {
    private final Variables variables;
    private final NamesInScope names;
    private final Library library;

    ChainTypes(Variables variables, NamesInScope names, Library library) {
        this.variables = variables;
        this.names = names;
        this.library = library;
    }

    /** {@return what a chain is, or nothing if that takes the compiler to know} */
    Optional<Owner> of(String chain) {
        List<Token> tokens = JavaLexer.tokens(chain).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        return tokens.isEmpty() ? Optional.empty() : new Reading(chain, tokens).owner();
    }

    private final class Reading {
        private final String chain;
        private final List<Token> tokens;
        private final Brackets brackets;
        private int at;

        Reading(String chain, List<Token> tokens) {
            this.chain = chain;
            this.tokens = tokens;
            brackets = Brackets.of(chain, tokens);
        }

        Optional<Owner> owner() {
            Optional<Owner> owner = tokens.get(0).is("new", chain) ? made() : first();
            while (owner.isPresent() && at < tokens.size()) {
                boolean dot = tokens.get(at).is(".", chain);
                at++;
                owner = dot && at < tokens.size() ? member(owner.get()) : Optional.empty();
            }
            return owner;
        }

        private Optional<Owner> first() {
            String word = tokens.get(at).in(chain);
            if (isCall()) {
                // One that the person declared may have the name of one of ours.
                return names.isDeclared(word) ? Optional.empty() : answer(Gradflow.class, true);
            }
            if (tokens.get(at).kind() == Token.Kind.LITERAL) {
                at++;
                return word.startsWith("\"") ? Optional.of(new Owner.Value(String.class)) : Optional.empty();
            }
            return names.isDeclared(word) ? variable(word) : name(word);
        }

        private Optional<Owner> variable(String name) {
            at++;
            return variables.type(name).map(Owner.Value::new);
        }

        private Optional<Owner> name(String name) {
            at++;
            return names.type(name).<Owner>map(Owner.TypeName::new).or(() -> library.packageOf(name));
        }

        /** {@return what {@code new} makes, if its brackets are closed} */
        private Optional<Owner> made() {
            at = 1;
            Optional<Owner> type = at < tokens.size() ? name(tokens.get(at).in(chain)) : Optional.empty();
            while (type.isPresent() && at + 1 < tokens.size() && tokens.get(at).is(".", chain)) {
                type = library.within(type.get(), tokens.get(at + 1).in(chain));
                at += 2;
            }
            at--;
            boolean called = at + 1 < tokens.size()
                    && tokens.get(at + 1).is("(", chain)
                    && brackets.partner(tokens.get(at + 1).start()).isPresent();
            if (called && type.isPresent() && type.get() instanceof Owner.TypeName made) {
                int unused = passArguments();
                return Optional.of(new Owner.Value(made.type()));
            }
            return Optional.empty();
        }

        private Optional<Owner> member(Owner owner) {
            String name = tokens.get(at).in(chain);
            if (owner instanceof Owner.Value value) {
                if (isCall()) {
                    return answer(value.type(), false);
                }
                at++;
                return field(value.type(), name, false);
            }
            if (owner instanceof Owner.TypeName type && isCall()) {
                return answer(type.type(), true);
            }
            at++;
            Optional<Owner> inner = library.within(owner, name);
            return inner.isEmpty() && owner instanceof Owner.TypeName type ? field(type.type(), name, true) : inner;
        }

        private Optional<Owner> field(Class<?> owner, String name, boolean isStatic) {
            return Members.field(owner, name, isStatic)
                    .flatMap(field -> GenericTypes.resolved(field.getGenericType(), owner))
                    .map(Owner.Value::new);
        }

        private boolean isCall() {
            return at + 1 < tokens.size()
                    && tokens.get(at).isWord()
                    && tokens.get(at + 1).is("(", chain)
                    && brackets.partner(tokens.get(at + 1).start()).isPresent();
        }

        /** {@return what the call gives, if all that it could mean give the same} Goes behind the call. */
        private Optional<Owner> answer(Class<?> owner, boolean isStatic) {
            String name = tokens.get(at).in(chain);
            int arguments = passArguments();
            Set<Optional<Class<?>>> answers = new HashSet<>();
            for (Method method : Members.methods(owner, isStatic)) {
                boolean fits = method.getParameterCount() == arguments || method.isVarArgs();
                if (fits && method.getName().equals(name)) {
                    answers.add(GenericTypes.resolved(method.getGenericReturnType(), owner));
                }
            }
            return answers.size() == 1 ? answers.iterator().next().map(Owner.Value::new) : Optional.empty();
        }

        private int passArguments() {
            int close = brackets.partner(tokens.get(at + 1).start()).orElseThrow();
            at += 2;
            int arguments = tokens.get(at).start() == close ? 0 : 1;
            while (tokens.get(at).start() < close) {
                Token token = tokens.get(at);
                if (token.is(",", chain)) {
                    arguments++;
                }
                int inner = brackets.partner(token.start()).orElse(token.start());
                while (tokens.get(at).start() <= inner) {
                    at++;
                }
            }
            at++;
            return arguments;
        }
    }
}
