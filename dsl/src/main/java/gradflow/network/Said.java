package gradflow.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What has been said of a network so far, in the order in which it was said: an immutable value. A default stands in for
 * what was left unsaid only when the network is drawn, so the expression can be told again as it was typed.
 */
final class Said {
    private final String subject;
    /** What the subject has in it, and the expression doesn't say once more. */
    private final Map<Word<?>, Object> implied;

    private final Map<Word<?>, Object> values;

    private Said(String subject, Map<Word<?>, Object> implied, Map<Word<?>, Object> values) {
        this.subject = subject;
        this.implied = Collections.unmodifiableMap(implied);
        this.values = Collections.unmodifiableMap(values);
    }

    /** {@return nothing yet of the network that {@code subject} stands for, as {@code rnn()}} */
    static Said of(String subject) {
        return new Said(subject, Map.of(), Map.of());
    }

    /** {@return all this in one expression, which has it in it} */
    Said impliedBy(String expression) {
        Map<Word<?>, Object> all = new LinkedHashMap<>(implied);
        all.putAll(values);
        return new Said(expression, all, Map.of());
    }

    /** {@return all this and one word more; the last one of a kind wins} */
    <T> Said and(Word<T> word, T value) {
        Map<Word<?>, Object> more = new LinkedHashMap<>(values);
        more.remove(word);
        more.put(word, value);
        return new Said(subject, implied, more);
    }

    /** {@return all this of another subject} */
    Said of(Said other) {
        return new Said(other.subject, implied, values);
    }

    /** {@return all this without these words} */
    Said without(List<? extends Word<?>> words) {
        return new Said(subject, without(implied, words), without(values, words));
    }

    private static Map<Word<?>, Object> without(Map<Word<?>, Object> said, List<? extends Word<?>> words) {
        Map<Word<?>, Object> fewer = new LinkedHashMap<>(said);
        words.forEach(fewer::remove);
        return fewer;
    }

    /** {@return what was said with this word} */
    @SuppressWarnings("unchecked") // and() lets a word in with a value of its own type alone
    <T> Optional<T> heard(Word<T> word) {
        return Optional.ofNullable((T) values.getOrDefault(word, implied.get(word)));
    }

    /** {@return what was said with this word, or else {@code unsaid}} */
    <T> T or(Word<T> word, T unsaid) {
        return heard(word).orElse(unsaid);
    }

    @SuppressWarnings("unchecked")
    private static <T> String text(Word<T> word, Object value) {
        return word.with((T) value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Said that
                && subject.equals(that.subject)
                && implied.equals(that.implied)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, implied, values);
    }

    /** {@return the expression} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(subject);
        values.forEach((word, value) -> text.append('.').append(text(word, value)));
        return text.toString();
    }
}
