package gradflow.repl.session;

import java.util.List;

/**
 * One piece that was typed.
 *
 * @param number from 1, through the session
 * @param typed as the person typed it
 * @param java as it was evaluated
 * @param value the variable of a value without a name that it gave, or empty
 * @param names what it declares
 * @param state what became of it
 */
public record Entry(int number, String typed, String java, String value, List<String> names, State state) {

    /** What became of an entry. */
    public enum State {
        /** It ran. */
        RAN,
        /** It ran, and then a line with a leading dot went on with it and stands for both. */
        CONTINUED,
        /** What it declared was dropped. */
        DROPPED,
        /** It did not compile, threw or was stopped. */
        FAILED
    }

    /** Copies. */
    public Entry {
        names = List.copyOf(names);
    }

    /** {@return an entry of which nothing has come yet} */
    static Entry typed(int number, String typed) {
        return new Entry(number, typed, typed, "", List.of(), State.FAILED);
    }

    /** {@return this entry, with what became of it} */
    Entry is(State now) {
        return new Entry(number, typed, java, value, names, now);
    }

    /** {@return whether it counts: it ran, and neither a later line nor a command took that back} */
    public boolean counts() {
        return state == State.RAN;
    }
}
