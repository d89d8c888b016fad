package gradflow.repl.terminal;

import gradflow.Gradflow;
import gradflow.repl.engine.Outcome;
import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.Token;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of chains that begin with a word of the field or with a variable, read from the classes themselves. The compiler
 * knows more, but it takes a second to load and a dozen milliseconds to answer, and one question at a time.
 */
final class ChainTypes {
    private static final String SNIPPETS = "REPL.";

    private final Map<String, Class<?>> variables = new ConcurrentHashMap<>();

    /** Learns the types of variables from what came of an entry. */
    void learn(Outcome outcome) {
        if (outcome instanceof Outcome.Variable variable) {
            learn(variable);
        } else if (outcome instanceof Outcome.Variables several) {
            several.variables().forEach(this::learn);
        }
    }

    private void learn(Outcome.Variable variable) {
        variables.remove(variable.name());
        // A class that the person declared may be declared anew, and then its variables are of the new one.
        if (variable.value() != null && !variable.value().getClass().getName().startsWith(SNIPPETS)) {
            GenericTypes.named(
                            variable.value().getClass(),
                            variable.type().replaceFirst("<.*", "").replaceFirst(".*\\.", ""))
                    .ifPresent(type -> variables.put(variable.name(), type));
        }
    }

    /** Forgets the variables. */
    void clear() {
        variables.clear();
    }

    /** {@return the type of a chain, or nothing if that takes the compiler to know} */
    Optional<Class<?>> of(String chain) {
        List<Token> tokens = JavaLexer.tokens(chain).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        return tokens.isEmpty() ? Optional.empty() : new Reading(chain, tokens).type();
    }

    /** {@return the methods that can be asked of a value of a type, or of {@link Gradflow}, the first words} */
    static List<Method> methods(Class<?> type) {
        boolean first = type.equals(Gradflow.class);
        return List.of(type.getMethods()).stream()
                .filter(method -> Modifier.isStatic(method.getModifiers()) == first)
                .flatMap(method -> asWritten(method).stream())
                .distinct()
                .toList();
    }

    /** javac repeats methods of a class that isn't public in public ones that extend it, without their generic types. */
    private static Optional<Method> asWritten(Method method) {
        if (!method.isSynthetic()) {
            return Optional.of(method);
        }
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            for (Method one : type.getDeclaredMethods()) {
                if (!one.isSynthetic()
                        && one.getName().equals(method.getName())
                        && List.of(one.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
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

        Optional<Class<?>> type() {
            Optional<Class<?>> type = isCall() ? answer(Gradflow.class) : variable();
            while (type.isPresent() && at < tokens.size()) {
                boolean dot = tokens.get(at).is(".", chain);
                at++;
                type = dot && isCall() ? answer(type.get()) : Optional.empty();
            }
            return type;
        }

        private Optional<Class<?>> variable() {
            Token name = tokens.get(at);
            at++;
            return Optional.ofNullable(variables.get(name.in(chain)));
        }

        private boolean isCall() {
            return at + 1 < tokens.size()
                    && tokens.get(at).isWord()
                    && tokens.get(at + 1).is("(", chain)
                    && brackets.partner(tokens.get(at + 1).start()).isPresent();
        }

        /** {@return what the call gives, if all that it could mean give the same} Goes behind the call. */
        private Optional<Class<?>> answer(Class<?> owner) {
            String name = tokens.get(at).in(chain);
            int arguments = passArguments();
            Set<Optional<Class<?>>> answers = new HashSet<>();
            for (Method method : methods(owner)) {
                boolean fits = method.getParameterCount() == arguments || method.isVarArgs();
                if (fits && method.getName().equals(name)) {
                    answers.add(GenericTypes.resolved(method.getGenericReturnType(), owner));
                }
            }
            return answers.size() == 1 ? answers.iterator().next() : Optional.empty();
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
