package gradflow.repl.command;

import java.util.List;

/** One word after a slash. */
public interface Command {

    /** {@return what is typed, with its slash} */
    String name();

    /** {@return what it does, in a few words} */
    String purpose();

    /** {@return how it is typed, with all that may follow its name} */
    default String usage() {
        return name();
    }

    /** {@return what else there is to say about it, in lines, or empty} */
    default String more() {
        return "";
    }

    /**
     * {@return words that may come next}
     *
     * @param before those that have been typed after its name
     */
    default List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of();
    }

    /** {@return whether what it shows are words, whose lines may be broken, and no code, table or list} */
    default boolean speaksInSentences() {
        return true;
    }

    /**
     * Does it.
     *
     * @param prompt who asks
     * @param argument what follows the name, or empty
     * @return what to show, several lines or none
     */
    String run(Surroundings prompt, String argument);

    /** {@return whether an expression can stand behind it} */
    default boolean takesExpression() {
        return false;
    }
}
