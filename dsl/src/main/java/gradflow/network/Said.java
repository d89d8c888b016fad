package gradflow.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been said of a network so far, in the order in which it was said: an immutable value. A default stands in for
 * what was left unsaid only when the network is drawn, so the expression can be told again as it was typed.
 */
final class Said {
    private final String subject;
    private final Map<Word<?>, Object> values;

    private Said(String subject, Map<Word<?>, Object> values) {
        this.subject = subject;
        this.values = Collections.unmodifiableMap(values);
    }

    /** {@return nothing yet of the network that {@code subject} stands for, as {@code rnn()}} */
    static Said of(String subject) {
        return new Said(subject, Map.of());
    }

    /** {@return all this and one word more; the last one of a kind wins} */
    <T> Said and(Word<T> word, T value) {
        Map<Word<?>, Object> more = new LinkedHashMap<>(values);
        more.remove(word);
        more.put(word, value);
        return new Said(subject, more);
    }

    /** {@return all this of another subject} */
    Said of(Said other) {
        return new Said(other.subject, values);
    }

    /** {@return all this without these words} */
    Said without(List<? extends Word<?>> words) {
        Map<Word<?>, Object> fewer = new LinkedHashMap<>(values);
        words.forEach(fewer::remove);
        return new Said(subject, fewer);
    }

    /** {@return what was said with this word} */
    @SuppressWarnings("unchecked") // and() lets a word in with a value of its own type alone
    <T> Optional<T> heard(Word<T> word) {
        return Optional.ofNullable((T) values.get(word));
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
        return other instanceof Said that && subject.equals(that.subject) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + values.hashCode();
    }

    /** {@return the expression} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(subject);
        values.forEach((word, value) -> text.append('.').append(text(word, value)));
        return text.toString();
    }
}
