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
            counted.add(lines.get(i) + times(same - i, cut && same == lines.size()));
            i = same;
        }
        return counted;
    }

    private static String times(int times, boolean cut) {
        if (times == 1) {
            return "";
        }
        // Of what was cut the JVM notes a few calls more or fewer, by what it had compiled when the stack was full.
        return cut && times > 100 ? ", more than " + times / 100 * 100 + " times" : ", " + times + " times";
    }
}
