package gradflow.repl.session;

import java.util.ArrayList;
import java.util.List;

/** What was typed, and the same as Java is given it, where the words for earlier values are names of variables. */
public final class Wording {
    private final String typed;
    private final StringBuilder java = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private int copied;

    /** A word that was replaced, by the offsets of both. */
    private record Place(int typedStart, int typedEnd, int start, int end) {}

    Wording(String typed) {
        this.typed = typed;
    }

    void replace(int start, int end, String by) {
        java.append(typed, copied, start);
        int at = java.length();
        java.append(by);
        places.add(new Place(start, end, at, java.length()));
        copied = end;
    }

    /** {@return what was typed} */
    public String typed() {
        return typed;
    }

    /** {@return the same for the compiler} */
    public String java() {
        return java + typed.substring(copied);
    }

    /** {@return where in what was typed the character stands that is at {@code offset} of the Java} */
    public int typedStart(int offset) {
        return typedOffset(offset, true);
    }

    /** {@return where in what was typed a piece ends that ends at {@code offset} of the Java} */
    public int typedEnd(int offset) {
        return typedOffset(offset, false);
    }

    private int typedOffset(int offset, boolean start) {
        int shift = 0;
        for (Place place : places) {
            if (offset <= place.start()) {
                break;
            }
            if (offset < place.end()) {
                return start ? place.typedStart() : place.typedEnd();
            }
            shift = place.typedEnd() - place.end();
        }
        return offset + shift;
    }
}
