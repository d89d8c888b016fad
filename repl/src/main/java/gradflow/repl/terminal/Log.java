package gradflow.repl.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was evaluated: all of it by number, so that an error can show its line; and what of it ran. */
final class Log {
    private final List<String> sources = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private String lastFailure = "";

    /** Takes a piece, and gives the number that frames will name it by. */
    String add(String source) {
        sources.add(source);
        return Integer.toString(sources.size());
    }

    /**
     * Says that a piece ran.
     *
     * @param replaced the piece that it goes on with, and so stands for; empty if there is none
     */
    void ran(String source, String replaced) {
        if (!replaced.isEmpty() && !ran.isEmpty() && ran.get(ran.size() - 1).equals(replaced)) {
            ran.remove(ran.size() - 1);
        }
        ran.add(source);
    }

    /** Keeps what was said about an error, for who asks again. */
    void failed(String explanation) {
        lastFailure = explanation;
    }

    /** {@return what there is to say about the last error, or an empty text} */
    String lastFailure() {
        return lastFailure;
    }

    /** {@return what ran, in order} */
    List<String> entries() {
        return List.copyOf(ran);
    }

    /** Forgets what ran. Numbers go on, since code from before a reset may still throw. */
    void clear() {
        ran.clear();
    }

    /** {@return a line of a piece, if there is one} */
    Optional<String> line(String number, int line) {
        return number.matches("\\d{1,9}")
                ? sources.stream()
                        .skip(Integer.parseInt(number) - 1L)
                        .findFirst()
                        .flatMap(source ->
                                source.lines().skip(Math.max(0, line - 1)).findFirst())
                : Optional.empty();
    }
}
