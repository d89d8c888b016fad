package gradflow.repl.display;

import java.util.ArrayList;
import java.util.List;

/** Lines of which many are the same, as the calls of a recursion are. */
public final class Repeats {
    private Repeats() {}

    /**
     * {@return the lines, with those that repeat the one before as one that says how often}
     *
     * @param most how many to give
     * @param cut whether there were more: the JVM notes a thousand calls or so
     */
    public static List<String> counted(List<String> lines, int most, boolean cut) {
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < lines.size() && counted.size() < most; ) {
            int same = i;
            while (same < lines.size() && lines.get(same).equals(lines.get(i))) {
                same++;
            }
            String atLeast = cut && same == lines.size() ? ", more than " : ", ";
            counted.add(lines.get(i) + (same - i > 1 ? atLeast + (same - i) + " times" : ""));
            i = same;
        }
        return counted;
    }
}
