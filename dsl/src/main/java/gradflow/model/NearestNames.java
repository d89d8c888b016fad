package gradflow.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The names that somebody who misspelt one may have meant. */
final class NearestNames {
    private static final int MOST = 3;

    /** Letters that are compared: a hostile file may have a hundred thousand names as long as a book. */
    private static final int COMPARED = 64;

    private NearestNames() {}

    /** {@return the names nearest to {@code wanted}, quoted, nearest first} */
    static String to(String wanted, Collection<String> names) {
        record Near(String name, int slips) {}

        List<Near> near = names.stream()
                .map(name -> new Near(name, slips(wanted, name)))
                .sorted(Comparator.comparingInt(Near::slips))
                .limit(MOST)
                .toList();
        return near.stream().map(it -> Expression.brief(it.name)).collect(Collectors.joining(", "));
    }

    /** The Levenshtein distance, where what the longer name has in front of or behind the other costs less than a slip. */
    private static int slips(String wanted, String name) {
        String one = wanted.substring(0, Math.min(COMPARED, wanted.length()));
        String other = name.substring(0, Math.min(COMPARED, name.length()));
        if (other.endsWith(one) || other.startsWith(one)) {
            return other.equals(one) ? 0 : 1;
        }
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
