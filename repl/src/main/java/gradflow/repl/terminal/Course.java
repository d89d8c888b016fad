package gradflow.repl.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a session goes: what was typed, what Enter on an empty line runs, and whether and how it ends. */
final class Course {
    private final List<String> typed = new ArrayList<>();
    private Optional<String> offer = Optional.empty();
    private boolean leaving;
    private int status;

    /** {@return whether the person has asked to leave} */
    boolean isLeaving() {
        return leaving;
    }

    /** The program ends with this status. */
    void leave(int code) {
        leaving = true;
        status = code;
    }

    /** {@return the status that the program ends with} */
    int status() {
        return status;
    }

    /** Lets Enter run this line, once. */
    void offer(String example) {
        offer = Optional.of(example);
    }

    /** {@return the line that Enter runs, once} */
    Optional<String> takeOffer() {
        Optional<String> taken = offer;
        offer = Optional.empty();
        return taken;
    }

    /** Something else was typed. */
    void forgetOffer() {
        offer = Optional.empty();
    }

    /** Keeps what was typed. */
    void remember(String entry) {
        typed.add(entry);
    }

    /** {@return all that was typed, the first first} */
    List<String> typed() {
        return List.copyOf(typed);
    }
}
