package gradflow.repl.help;

import gradflow.internal.check.Slips;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was likely meant. */
final class Nearest {
    private static final int LETTERS_A_SLIP = 3;

    private Nearest() {}

    static Optional<String> of(String misspelt, Collection<String> words) {
        String wanted = misspelt.toLowerCase(Locale.ROOT);
        int slips = Math.max(1, wanted.length() / LETTERS_A_SLIP);
        return words.stream()
                .filter(word -> slips(word, wanted) <= slips)
                .min(Comparator.comparingInt(word -> slips(word, wanted)));
    }

    private static int slips(String word, String wanted) {
        return Slips.between(word.toLowerCase(Locale.ROOT), wanted);
    }
}
