package gradflow.repl.terminal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Answers to one kind of question that takes the compiler some milliseconds: a key must never wait for it. Whoever asks gets
 * the answer if it is known already, and is told when it has come. Answers hold until the next entry has run.
 */
final class Background<V> {
    private final Function<String, V> question;
    private final Executor executor;
    private final Runnable onNews;
    private final Map<String, V> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private int generation;

    /**
     * @param executor finds the answers
     * @param onNews called after each one
     */
    Background(Function<String, V> question, Executor executor, Runnable onNews) {
        this.question = question;
        this.executor = executor;
        this.onNews = onNews;
    }

    /** {@return the answer, if it is known; else it soon will be} */
    Optional<V> to(String text) {
        int now;
        synchronized (this) {
            if (known.containsKey(text) || !asked.add(text)) {
                return Optional.ofNullable(known.get(text));
            }
            now = generation;
        }
        executor.execute(() -> find(text, now));
        return Optional.empty();
    }

    private void find(String text, int then) {
        try {
            keep(text, question.apply(text), then);
            onNews.run();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // Then there is no answer; typing goes on without.
        }
    }

    private synchronized void keep(String text, V answer, int then) {
        if (then == generation) {
            known.put(text, answer);
        }
    }

    synchronized void forget() {
        known.clear();
        asked.clear();
        generation++;
    }
}
