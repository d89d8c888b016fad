package gradflow.repl.typing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Which brackets of a text belong together, and which belong to none. */
public final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final Map<Integer, Integer> partners = new HashMap<>();
    private final Set<Integer> wrong = new HashSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    private Brackets() {}

    /** {@return the brackets among tokens} */
    public static Brackets of(String text, List<Token> tokens) {
        Brackets brackets = new Brackets();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.BRACKET) {
                brackets.take(text, token.start());
            }
        }
        return brackets;
    }

    private void take(String text, int at) {
        int closing = CLOSING.indexOf(text.charAt(at));
        if (closing < 0) {
            open.push(at);
        } else if (!open.isEmpty() && text.charAt(open.peek()) == OPENING.charAt(closing)) {
            int opening = open.pop();
            partners.put(opening, at);
            partners.put(at, opening);
        } else {
            wrong.add(at);
        }
    }

    /** {@return where the partner of the bracket at an offset is, if there is a bracket and it has one} */
    public OptionalInt partner(int at) {
        Integer partner = partners.get(at);
        return partner == null ? OptionalInt.empty() : OptionalInt.of(partner);
    }

    /** {@return whether the bracket at an offset closes what isn't open, or another kind than is open} */
    public boolean isWrong(int at) {
        return wrong.contains(at);
    }

    /** {@return the brackets that are still open, the innermost first} */
    public List<Integer> open() {
        return List.copyOf(open);
    }
}
