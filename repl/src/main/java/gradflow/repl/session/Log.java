package gradflow.repl.session;

import gradflow.repl.engine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was evaluated: all of it by number, so that an error can show its line; and what became of it. */
public final class Log {
    private final List<Entry> entries = new ArrayList<>();
    private int cleared;
    private String lastFailure = "";
    private boolean failedLast;

    /** Takes a piece, and gives the number that frames will name it by. */
    public String add(String typed) {
        entries.add(Entry.typed(entries.size() + 1, typed));
        failedLast = true;
        return Integer.toString(entries.size());
    }

    /**
     * Says that the latest piece ran.
     *
     * @param java as it was evaluated
     * @param outcome what came of it
     * @param before the piece that it goes on with, and so stands for; empty if there is none
     */
    public void ran(String java, Outcome outcome, String before) {
        failedLast = false;
        int latest = entries.size() - 1;
        if (!before.isEmpty()) {
            for (int i = latest - 1; i >= cleared; i--) {
                if (entries.get(i).counts()) {
                    Entry earlier = entries.get(i);
                    if (earlier.java().equals(before)) {
                        entries.set(i, earlier.is(Entry.State.CONTINUED));
                    }
                    break;
                }
            }
        }
        Entry entry = entries.get(latest);
        entries.set(
                latest,
                new Entry(entry.number(), entry.typed(), java, value(outcome), names(outcome), Entry.State.RAN));
    }

    private static String value(Outcome outcome) {
        return outcome instanceof Outcome.Value value && value.name().startsWith("$") ? value.name() : "";
    }

    private static List<String> names(Outcome outcome) {
        if (outcome instanceof Outcome.Variable variable) {
            return List.of(variable.name());
        }
        if (outcome instanceof Outcome.Variables several) {
            return several.variables().stream().map(Outcome.Variable::name).toList();
        }
        return outcome instanceof Outcome.Declared declared
                ? List.of(declared.what().replaceFirst("\\(.*", "").replaceFirst(".*[ .]", ""))
                : List.of();
    }

    /** Keeps what was said about an error, for who asks again. */
    public void failed(String explanation) {
        lastFailure = explanation;
    }

    /** {@return what there is to say about the last error, or an empty text} */
    public String lastFailure() {
        return lastFailure;
    }

    /** {@return whether the latest piece failed} */
    public boolean failedLast() {
        return failedLast;
    }

    /** {@return all since the last reset, what failed too} */
    public List<Entry> entries() {
        return List.copyOf(entries.subList(cleared, entries.size()));
    }

    /** Says that what has a name is forgotten, so that its declaration doesn't count any more, nor a mere look at it. */
    public void drop(String name) {
        entries.replaceAll(entry -> entry.counts()
                        && (entry.names().equals(List.of(name))
                                || entry.value().equals(name)
                                || entry.java().equals(name))
                ? entry.is(Entry.State.DROPPED)
                : entry);
    }

    /** Forgets what ran. Numbers go on, since code from before a reset may still throw. */
    public void clear() {
        cleared = entries.size();
    }

    /** {@return a line of a piece, if there is one} */
    public Optional<String> line(String number, int line) {
        return number.matches("\\d{1,9}")
                ? entries.stream()
                        .skip(Integer.parseInt(number) - 1L)
                        .findFirst()
                        .flatMap(entry -> entry.typed()
                                .lines()
                                .skip(Math.max(0, line - 1))
                                .findFirst())
                : Optional.empty();
    }
}
