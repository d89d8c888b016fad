package gradflow.repl.session;

import gradflow.repl.engine.Outcome;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.References;
import gradflow.repl.typing.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a session by number: {@code _} is the last, {@code _7} that of entry 7, which Java knows as {@code $7} or by
 * the name that the person gave it. Of those without a name the last fifty are kept.
 *
 * <pre>{@code
 * rnn().unroll(20).gradNorms()
 * _.perStep()
 * }</pre>
 *
 * <p>A word that the person has declared means what was declared.
 */
public final class Values {
    /** So many values without a name are kept. */
    public static final int KEPT = 50;

    /** A lone underscore is a keyword of Java, so that nobody can mean anything else by it. */
    private static final String LAST = "_";

    private static final Pattern NUMBERED = Pattern.compile("([_$])(\\d{1,9})");

    private final Map<String, String> byNumber = new HashMap<>();
    private final Set<String> unnamed = new LinkedHashSet<>();
    private final Set<String> needed = new HashSet<>();
    private final Set<String> freed = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private String last = "";

    /** {@return the variable that holds the last value, or an empty text if there is none} */
    public String last() {
        return last;
    }

    /** {@return whether a variable held a value without a name that has been let go of} */
    public boolean isFreed(String variable) {
        return freed.contains(variable);
    }

    /** {@return what was typed, with names of variables in place of {@code _} and {@code _7}} */
    public Wording wording(String typed) {
        Wording wording = new Wording(typed);
        for (Token word : words(typed)) {
            variable(word.in(typed)).ifPresent(name -> wording.replace(word.start(), word.end(), name));
        }
        return wording;
    }

    /** {@return a text of the same length that Java can parse, for which {@code _} is no name} */
    public static String parseable(String typed) {
        StringBuilder text = new StringBuilder(typed);
        for (Token word : words(typed)) {
            if (word.is(LAST, typed)) {
                text.setCharAt(word.start(), 'x');
            }
        }
        return text.toString();
    }

    /** {@return why a text can't be evaluated: it asks for a value that isn't there} */
    public Optional<String> refusal(String typed) {
        return words(typed).stream()
                .map(word -> word.in(typed))
                .filter(word -> !declared.contains(word))
                .flatMap(word -> refusalOf(word).stream())
                .findFirst();
    }

    private Optional<String> refusalOf(String word) {
        if (word.equals(LAST)) {
            return last.isEmpty() ? Optional.of("_ is the last value, and there is none yet") : Optional.empty();
        }
        Matcher numbered = NUMBERED.matcher(word);
        if (!numbered.matches()) {
            return Optional.empty();
        }
        String number = numbered.group(2);
        if (freed.contains("$" + number)) {
            return Optional.of(word + " is gone: of values without a name the last " + KEPT + " are kept; /" + number
                    + " computes it again");
        }
        String named = byNumber.getOrDefault(number, word);
        if (!numbered.group(1).equals(LAST) && !named.equals(word)) {
            return Optional.of(word + ": the value of entry " + number + " has a name, " + named + "; _" + number
                    + " means it too");
        }
        return numbered.group(1).equals(LAST) && !byNumber.containsKey(number)
                ? Optional.of(word + ": no entry " + number + " has given a value; /list shows the entries")
                : Optional.empty();
    }

    private Optional<String> variable(String word) {
        if (word.equals(LAST)) {
            return last.isEmpty() ? Optional.empty() : Optional.of(last);
        }
        Matcher numbered = NUMBERED.matcher(word);
        return !declared.contains(word)
                        && numbered.matches()
                        && numbered.group(1).equals(LAST)
                ? Optional.ofNullable(byNumber.get(numbered.group(2)))
                : Optional.empty();
    }

    /**
     * Learns what came of an entry.
     *
     * @param number of the entry
     * @param java as it was evaluated
     * @return variables whose values are to be let go of
     */
    public List<String> learn(String number, Outcome outcome, String java) {
        if (outcome instanceof Outcome.Value value && value.value() != System.out) {
            learn(number, value.name());
            if (value.name().startsWith("$") && !needed.contains(value.name())) {
                unnamed.add(value.name());
            }
        } else if (outcome instanceof Outcome.Variable variable) {
            declare(number, variable);
        } else if (outcome instanceof Outcome.Variables several) {
            several.variables().forEach(variable -> declare(number, variable));
        }
        keepWhatIsNeeded(outcome, java);
        List<String> gone = new ArrayList<>();
        unnamed.stream().limit(Math.max(0, unnamed.size() - KEPT)).forEach(gone::add);
        gone.forEach(unnamed::remove);
        freed.addAll(gone);
        return gone;
    }

    private void declare(String number, Outcome.Variable variable) {
        declared.add(variable.name());
        learn(number, variable.name());
    }

    private void learn(String number, String variable) {
        byNumber.put(number, variable);
        last = variable;
    }

    /** Code that runs later, in a method or a lambda, finds its values in the same variables. */
    private void keepWhatIsNeeded(Outcome outcome, String java) {
        List<Token> tokens = JavaLexer.tokens(java);
        boolean later = outcome instanceof Outcome.Declared
                || tokens.stream().anyMatch(token -> token.is("{", java) || token.is(">", java));
        if (later) {
            for (Token token : tokens) {
                String word = token.in(java);
                if (token.isWord() && unnamed.remove(word)) {
                    needed.add(word);
                }
            }
        }
    }

    /** Forgets a variable that is gone. */
    public void drop(String variable) {
        declared.remove(variable);
        unnamed.remove(variable);
        byNumber.values().removeIf(variable::equals);
        last = last.equals(variable) ? "" : last;
    }

    /** Forgets all. */
    public void clear() {
        byNumber.clear();
        unnamed.clear();
        needed.clear();
        freed.clear();
        declared.clear();
        last = "";
    }

    private static List<Token> words(String typed) {
        // Most entries have no such word, and this is asked at every key.
        return typed.indexOf('_') < 0 && typed.indexOf('$') < 0
                ? List.of()
                : References.free(typed, JavaLexer.tokens(typed));
    }
}
